package org.countermand.sandbox.payment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment intent and the one charge it can have. Amounts are in minor units, times in epoch
 * seconds.
 *
 * @param captured what was captured; nothing before
 * @param refunded the sum of its refunds that have not failed
 * @param authorizedAt when the charge was made; null while there is none
 */
record Payment(
    String id,
    long amount,
    String currency,
    CaptureMethod captureMethod,
    PaymentStatus status,
    long captured,
    long refunded,
    @Nullable String paymentMethod,
    @Nullable String cancellationReason,
    long created,
    @Nullable Long authorizedAt,
    @Nullable Long canceledAt,
    @Nullable String description,
    Map<String, String> metadata) {

  boolean hasCharge() {
    return authorizedAt != null;
  }

  boolean voided() {
    return status == PaymentStatus.CANCELED && hasCharge();
  }

  String chargeId() {
    return Wire.derived("ch_", id);
  }

  long refundable() {
    return captured - refunded;
  }

  /** With a card, not yet charged. */
  Payment paidBy(String method) {
    return copy(PaymentStatus.REQUIRES_CONFIRMATION, captured, refunded, method, null, null, null);
  }

  /** The card was declined: another is needed. */
  Payment declined() {
    return copy(PaymentStatus.REQUIRES_PAYMENT_METHOD, 0, 0, null, null, null, null);
  }

  Payment authorized(long at) {
    return copy(PaymentStatus.REQUIRES_CAPTURE, 0, 0, paymentMethod, null, at, null);
  }

  Payment capture(long sum) {
    return copy(
        PaymentStatus.SUCCEEDED, captured + sum, refunded, paymentMethod, null, authorizedAt, null);
  }

  /** A capture after which more may follow. */
  Payment captureSome(long sum) {
    return copy(status, captured + sum, refunded, paymentMethod, null, authorizedAt, null);
  }

  /** What may still be captured. */
  long capturable() {
    return status == PaymentStatus.REQUIRES_CAPTURE ? amount - captured : 0;
  }

  Payment cancel(@Nullable String reason, long at) {
    return copy(PaymentStatus.CANCELED, 0, 0, paymentMethod, reason, authorizedAt, at);
  }

  /** Refunds more, or less when a refund has failed. */
  Payment refund(long sum) {
    return copy(status, captured, refunded + sum, paymentMethod, null, authorizedAt, null);
  }

  Payment with(Map<String, String> more) {
    Map<String, String> merged = new LinkedHashMap<>(metadata);
    merged.putAll(more);
    return new Payment(
        id,
        amount,
        currency,
        captureMethod,
        status,
        captured,
        refunded,
        paymentMethod,
        cancellationReason,
        created,
        authorizedAt,
        canceledAt,
        description,
        merged);
  }

  private Payment copy(
      PaymentStatus next,
      long capturedNow,
      long refundedNow,
      @Nullable String method,
      @Nullable String reason,
      @Nullable Long authorized,
      @Nullable Long canceled) {
    return new Payment(
        id,
        amount,
        currency,
        captureMethod,
        next,
        capturedNow,
        refundedNow,
        method,
        reason,
        created,
        authorized,
        canceled,
        description,
        metadata);
  }
}
