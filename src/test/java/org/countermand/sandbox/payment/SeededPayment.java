package org.countermand.sandbox.payment;

import static org.countermand.sandbox.payment.RefundStatus.FAILED;
import static org.countermand.sandbox.payment.RefundStatus.SUCCEEDED;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was made before the story begins.
 *
 * @param amount minor units
 * @param captureMethod {@code automatic} when left out
 * @param captured whether the money was taken; true when left out, else it is only authorized
 * @param canceled whether the authorization was given up for the buyer; false when left out
 * @param created epoch second of its making; now when left out
 * @param refunds what was given back of it; nothing when left out
 */
record SeededPayment(
    String id,
    long amount,
    String currency,
    @JsonProperty("capture_method") @Nullable String captureMethod,
    @Nullable Boolean captured,
    @Nullable Boolean canceled,
    @Nullable Long created,
    @Nullable List<SeededRefund> refunds,
    @Nullable Map<String, String> metadata) {

  /** A refund that was made before the story begins; nobody checks whether it could be. */
  record SeededRefund(
      String id,
      long amount,
      boolean failed,
      long created,
      @Nullable Map<String, String> metadata) {}

  /**
   * The payment as if it had been made now, or when it says.
   *
   * @throws IllegalArgumentException when a field is missing or makes no sense
   */
  Payment payment(long now) {
    if (id == null || !id.matches("[A-Za-z0-9_-]{1,255}")) {
      throw new IllegalArgumentException("no id: " + id);
    }
    if (currency == null || amount < 1) {
      throw new IllegalArgumentException("no amount or currency: " + id);
    }
    long at = Objects.requireNonNullElse(created, now);
    String method = Objects.requireNonNullElse(captureMethod, "automatic");
    Payment authorized =
        new Payment(
            id,
            amount,
            currency.toLowerCase(Locale.ROOT),
            CaptureMethod.valueOf(method.toUpperCase(Locale.ROOT)),
            PaymentStatus.REQUIRES_CAPTURE,
            0,
            0,
            "pm_card_visa",
            null,
            at,
            at,
            null,
            null,
            Objects.requireNonNullElse(metadata, Map.of()));
    if (Boolean.TRUE.equals(canceled)) {
      return authorized.cancel("requested_by_customer", at);
    }
    if (Boolean.FALSE.equals(captured)) {
      return authorized;
    }
    long back = refunds(now).stream().mapToLong(r -> r.status() == FAILED ? 0 : r.amount()).sum();
    return authorized.capture(amount).refund(back);
  }

  /** The refunds of it. */
  List<Refund> refunds(long now) {
    return refunds == null
        ? List.of()
        : refunds.stream()
            .map(
                refund ->
                    new Refund(
                        refund.id(),
                        id,
                        refund.amount(),
                        currency.toLowerCase(Locale.ROOT),
                        refund.failed() ? FAILED : SUCCEEDED,
                        "requested_by_customer",
                        refund.failed() ? "expired_or_canceled_card" : null,
                        refund.created() == 0 ? now : refund.created(),
                        Objects.requireNonNullElse(refund.metadata(), Map.of()),
                        null,
                        refund.failed() ? null : Refund.numberOf(refund.id())))
            .toList();
  }
}
