package org.countermand.payment.model;

import java.util.UUID;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Money;

/**
 * One request to a gateway, written down before it is made.
 *
 * @param key the attempt's id; the gateway's idempotency key
 * @param partId stands in the metadata, so that the work can be found again without the key
 * @param reference the gateway's id of the payment
 */
public record GatewayCall(
    UUID key, UUID partId, String gateway, String reference, PartKind kind, Money amount) {

  /** Tells two requests apart in the journal. */
  public String digest() {
    return Digest.sha256(kind + "|" + gateway + "|" + reference + "|" + amount + "|" + partId);
  }
}
