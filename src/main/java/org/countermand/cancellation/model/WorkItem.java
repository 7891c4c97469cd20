package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
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

  /**
   * Taken by an agent: if nobody has it, or nobody but the colleague whom he saw on it.
   *
   * @param agent his id
   * @param seen who had it when he decided to take it, or empty
   */
  public Decision<WorkItem> takenBy(String agent, String seen) {
    return owner.equals(seen) ? open().map(item -> item.with(agent)) : mine(agent, agent);
  }

  /** Given back by who has it; nobody has it afterwards. */
  public Decision<WorkItem> givenBackBy(String agent) {
    return mine(agent, "");
  }

  private Decision<WorkItem> mine(String agent, String next) {
    return open()
        .then(
            item ->
                owner.isEmpty() || owner.equals(agent)
                    ? Decision.yes(item.with(next))
                    : Decision.no(Finding.of(ReasonCode.WORK_ITEM_TAKEN, "owner", owner)));
  }

  /** What is resolved is nobody's to take any more, and stays with who had it. */
  private Decision<WorkItem> open() {
    return closedAt == null ? Decision.yes(this) : Decision.no(ReasonCode.WORK_ITEM_RESOLVED);
  }

  private WorkItem with(String next) {
    return new WorkItem(id, cancellationId, reason, nextAction, next, openedAt, dueAt, closedAt);
  }

  /** What may safely be done next. */
  public enum NextAction {
    DECIDE_REVIEW,
    JUDGE_AGAIN,
    CALL_WAREHOUSE,
    SETTLE_REROUTED,
    ASK_GATEWAY,
    REFUND_ANOTHER_WAY,
    DECIDE_PAYOUT,
    REFUND_DIFFERENCE,
    COMPARE_REFUNDS,
    TELL_TREASURY,
    COMPARE_BOOKS,
    CHECK_ADDRESS,
    CHECK_DOCUMENT
  }
}
