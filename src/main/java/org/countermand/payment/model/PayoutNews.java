package org.countermand.payment.model;

/**
 * What came of a call to a bank, or of a look-up there.
 *
 * @param before the state before it
 * @param uncertain whether a person should ask the bank
 */
public record PayoutNews(PayoutState before, Payout payout, boolean uncertain) {

  /** Whether the payout is in another state now. */
  public boolean moved() {
    return before != payout.state();
  }
}
