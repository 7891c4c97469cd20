package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.UUID;
import org.countermand.kernel.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What needs a person, beside the state.
 *
 * @param owner who has taken it, or empty
 * @param nextAction the next safe action, as a word for the message bundle
 */
public record WorkItem(
    UUID id,
    UUID cancellationId,
    ReasonCode reason,
    NextAction nextAction,
    String owner,
    Instant openedAt,
    Instant dueAt,
    @Nullable Instant closedAt) {

  /** What may safely be done next. */
  public enum NextAction {
    DECIDE_REVIEW,
    JUDGE_AGAIN,
    CALL_WAREHOUSE,
    SETTLE_REROUTED,
    ASK_GATEWAY,
    REFUND_ANOTHER_WAY,
    REFUND_DIFFERENCE,
    CHECK_ADDRESS
  }
}
