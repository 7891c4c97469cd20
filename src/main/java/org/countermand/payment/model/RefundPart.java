package org.countermand.payment.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one cancellation gives back on one tender.
 *
 * @param reference the gateway's id of the refund, or empty before it is known
 * @param submittedAt when the gateway was first asked
 * @param settledAt when the gateway first said that it succeeded
 * @param trace what the gateway tells of its way to the bank
 */
public record RefundPart(
    UUID id,
    UUID cancellationId,
    UUID orderId,
    UUID tenderId,
    PartKind kind,
    PartState state,
    Money amount,
    String reference,
    @Nullable Instant submittedAt,
    @Nullable Instant settledAt,
    RefundTrace trace) {

  /** Whether an answer that leaves the state as it is tells more of the way than we know. */
  public boolean tells(GatewayAnswer answer) {
    return state == answer.state()
        && reference.equals(answer.reference())
        && trace.lacks(answer.trace());
  }

  /**
   * Whether a message tells nothing new of it: what is known, or what was so before and cannot come
   * back. Of a refund whose number is not known nothing is past.
   */
  public boolean knows(Told.Part told) {
    if (state == told.state()) {
      return !trace.lacks(told.trace());
    }
    return !reference.isEmpty() && !state.mayBecome(told.state());
  }

  /** Whether it waits until the shop has filled up its balance at the gateway. */
  public boolean waitsForFunds() {
    return state == PartState.PENDING
        && trace.pendingReason().equals(Optional.of(PendingReason.INSUFFICIENT_FUNDS));
  }
}
