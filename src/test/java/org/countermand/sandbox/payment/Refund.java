package org.countermand.sandbox.payment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back.
 *
 * @param payment the id of the payment intent
 * @param amount minor units
 * @param created epoch seconds
 * @param pendingReason what it waits for, while it is pending; else null
 * @param networkReference the number that the card network gave it; null before it has
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
    Map<String, String> metadata,
    @Nullable String pendingReason,
    @Nullable String networkReference) {

  Refund become(RefundStatus next, @Nullable String failure, @Nullable String pending) {
    return new Refund(
        id,
        payment,
        amount,
        currency,
        next,
        reason,
        failure,
        created,
        metadata,
        next == RefundStatus.PENDING ? pending : null,
        next == RefundStatus.SUCCEEDED ? numberOf(id) : networkReference);
  }

  /** An acquirer's reference number has 23 digits; the same refund always has the same. */
  static String numberOf(String id) {
    String digits = Integer.toUnsignedString(id.hashCode()) + "00000000000000000000000";
    return "7424" + digits.substring(0, 19);
  }
}
