package org.countermand.payment.model;

import java.time.Instant;
import org.countermand.kernel.Decision;

/** Tells whether a message that came in from outside is really the gateway's, and what it says. */
public interface NewsReader {

  /** The name that tenders carry, such as {@code stripe}. */
  String gateway();

  /**
   * Checks the signature over the exact body, then reads it.
   *
   * @param signatureHeader the header as it came, or empty
   * @param body the exact body, never parsed and written again
   * @param at now; messages signed long before are refused, so that nobody can replay them
   * @return the news; else {@code SIGNATURE_INVALID}, or {@code MALFORMED} for a body that is
   *     signed but no message
   */
  Decision<GatewayNews> read(String signatureHeader, String body, Instant at);
}
