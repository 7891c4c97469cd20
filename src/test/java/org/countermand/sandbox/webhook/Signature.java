package org.countermand.sandbox.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature {@code t=<epoch seconds>,v1=<hex HMAC-SHA256 of t + "." + body>}. */
public final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The value of the header. */
  public static String header(String secret, long epochSecond, String body) {
    return "t=" + epochSecond + ",v1=" + v1(secret, epochSecond, body);
  }

  /** The signature alone, in lower-case hex. */
  public static String v1(String secret, long epochSecond, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal((epochSecond + "." + body).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
