package org.countermand.sandbox.payment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What becomes of refunds when they are made: at first, they all succeed. */
final class RefundOutcomes {

  private final Map<String, RefundStatus> ofPayment = new ConcurrentHashMap<>();
  private volatile RefundStatus usual = RefundStatus.SUCCEEDED;

  /** Sets the outcome for one payment, or for all others when none is named. */
  void set(RefundStatus status, @Nullable String payment) {
    if (payment == null) {
      usual = status;
    } else {
      ofPayment.put(payment, status);
    }
  }

  RefundStatus of(String payment) {
    return ofPayment.getOrDefault(payment, usual);
  }
}
