package org.countermand.sandbox.warehouse;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the warehouse answers the holds of an order.
 *
 * @param order the number of the order, or {@code *} for all that have no behaviour of their own
 * @param answer what it does at once
 * @param delayMs milliseconds until a late answer, counted from the request
 * @param thenAnswer the late answer: ack, partial or nack; ack when left out
 * @param repeat how often the callback of a late answer is sent; once when left out
 */
record Behaviour(
    String order,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) Kind answer,
    long delayMs,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        @Nullable Answer thenAnswer,
    @Nullable Integer repeat) {

  static final String ALL = "*";

  Behaviour {
    Objects.requireNonNull(answer, "answer");
    order = order == null ? ALL : order;
    thenAnswer = thenAnswer == null ? Answer.ACK : thenAnswer;
    repeat = repeat == null ? 1 : repeat;
  }

  /** What happens to a request for a hold. */
  enum Kind {
    ACK,
    PARTIAL,
    NACK,
    LATE,
    NEVER
  }
}
