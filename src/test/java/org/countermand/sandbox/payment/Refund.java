package org.countermand.sandbox.payment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back.
 *
 * @param payment the id of the payment intent
 * @param amount minor units
 * @param created epoch seconds
 */
record Refund(
    String id,
    String payment,
    long amount,
    String currency,
    RefundStatus status,
    @Nullable String reason,
    @Nullable String failureReason,
    long created,
    Map<String, String> metadata) {

  Refund become(RefundStatus next, @Nullable String failure) {
    return new Refund(id, payment, amount, currency, next, reason, failure, created, metadata);
  }
}
