package org.countermand.payment.model;

import java.time.Instant;
import org.countermand.kernel.Decision;

/** Reads what a gateway tells by itself, and believes it only with the gateway's signature. */
public interface NewsReader {

  /** The name that tenders carry, such as {@code stripe}. */
  String gateway();

  /**
   * Checks the signature over the exact body, then reads it.
   *
   * @param at technical time, against which the signature's age is held
   * @return the news, or {@code SIGNATURE_INVALID} or {@code MALFORMED}
   */
  Decision<GatewayNews> read(String signatureHeader, String body, Instant at);
}
