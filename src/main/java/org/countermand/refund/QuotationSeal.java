package org.countermand.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.countermand.kernel.Digest;
import org.countermand.platform.access.Secrets;

/**
 * Signs the texts of quotations with the secret that all nodes share (HMAC-SHA256). Who can write
 * to the database but does not know the secret can make no promise that is kept.
 */
@ApplicationScoped
public class QuotationSeal {

  private static final String PURPOSE = "quotation";

  @Inject private Secrets secrets;

  /** The signature of a text, in lower-case hexadecimal. */
  public String of(String text) {
    return Digest.hmacHex(secrets.key(PURPOSE), text);
  }

  /** Whether this signature was made here for this very text. */
  public boolean confirms(String text, String signature) {
    return Digest.same(of(text), signature);
  }
}
