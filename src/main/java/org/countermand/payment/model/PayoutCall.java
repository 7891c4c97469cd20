package org.countermand.payment.model;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.countermand.kernel.Money;

/**
 * One order to a bank, written down before it is made.
 *
 * @param key the attempt's id; the same order under it again does nothing more
 * @param payoutId stands in what the bank can look for, so that the transfer is found without key
 * @param purpose what the buyer reads on his account
 * @param at when the attempt was begun: the same order again is the same to the last byte
 */
public record PayoutCall(
    UUID key, UUID payoutId, Money amount, Beneficiary beneficiary, String purpose, Instant at) {

  /**
   * What banks carry from end to end and look for: at most 35 characters.
   *
   * @return the payout's id without hyphens, behind three letters
   */
  public static String endToEnd(UUID payoutId) {
    return "CM-" + plain(payoutId);
  }

  /** An id as ISO 20022 can carry it: 32 characters, upper case. */
  public static String plain(UUID id) {
    return id.toString().replace("-", "").toUpperCase(Locale.ROOT);
  }
}
