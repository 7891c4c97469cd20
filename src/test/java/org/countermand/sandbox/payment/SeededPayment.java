package org.countermand.sandbox.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 */
record SeededPayment(
    String id,
    long amount,
    String currency,
    @JsonProperty("capture_method") @Nullable String captureMethod,
    @Nullable Boolean captured,
    @Nullable Map<String, String> metadata) {

  /**
   * The payment as if it had been made now.
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
            now,
            now,
            null,
            null,
            Objects.requireNonNullElse(metadata, Map.of()));
    return Boolean.FALSE.equals(captured) ? authorized : authorized.capture(amount);
  }
}
