package org.countermand.sandbox.payment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What becomes of refunds when they are made: at first, they all succeed. */
final class RefundOutcomes {

  /**
   * What becomes of one.
   *
   * @param pendingReason one of Stripe's, for one that stays pending
   */
  record Outcome(RefundStatus status, String pendingReason) {}

  private final Map<String, Outcome> ofPayment = new ConcurrentHashMap<>();
  private volatile Outcome usual = new Outcome(RefundStatus.SUCCEEDED, "processing");

  /** Sets the outcome for one payment, or for all others when none is named. */
  void set(Outcome outcome, @Nullable String payment) {
    if (payment == null) {
      usual = outcome;
    } else {
      ofPayment.put(payment, outcome);
    }
  }

  Outcome of(String payment) {
    return ofPayment.getOrDefault(payment, usual);
  }
}
