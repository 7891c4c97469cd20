package org.countermand.logistics.model;

import java.time.Instant;
import org.countermand.kernel.Decision;

/** Tells whether an answer that came in from outside is the warehouse's, and what it says. */
public interface WarehouseNewsReader {

  /**
   * Checks the signature over the exact body, then reads it.
   *
   * @param signatureHeader the header as it came, or empty
   * @param body the exact body, never parsed and written again
   * @param at now; messages signed long before or after are refused, so that nobody can replay them
   * @return the answer to a hold; else {@code SIGNATURE_INVALID}, or {@code MALFORMED} for a body
   *     that is signed but no answer
   */
  Decision<HoldAnswer> read(String signatureHeader, String body, Instant at);
}
