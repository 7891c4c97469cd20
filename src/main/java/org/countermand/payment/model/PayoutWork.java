package org.countermand.payment.model;

import java.util.UUID;

/**
 * A payout that this node has claimed.
 *
 * @param look whether the bank is only to be asked what it has
 */
public record PayoutWork(Errand errand, boolean look) {

  public Payout payout() {
    return errand.payout();
  }

  /** The key under which the bank is called. */
  public UUID key() {
    return errand.attemptId().orElseThrow();
  }
}
