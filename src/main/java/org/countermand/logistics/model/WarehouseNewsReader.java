package org.countermand.logistics.model;

import java.time.Instant;
import org.countermand.kernel.Decision;

/** Reads what a warehouse tells by itself, and believes it only with the warehouse's signature. */
public interface WarehouseNewsReader {

  /**
   * Checks the signature over the exact body, then reads it.
   *
   * @param at technical time, against which the signature's age is held
   * @return the answer, or {@code SIGNATURE_INVALID} or {@code MALFORMED}
   */
  Decision<HoldAnswer> read(String signatureHeader, String body, Instant at);
}
