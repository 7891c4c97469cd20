package org.countermand.payment.model;

import org.countermand.kernel.Decision;

/** Knows which account numbers can exist. */
public interface AccountNumbers {

  /**
   * Reads an international bank account number (ISO 13616) in any case, with spaces or without.
   *
   * @return upper case, without spaces; else {@code IBAN_INVALID}
   */
  Decision<String> read(String typed);
}
