package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.JournalEntry;
import org.countermand.cancellation.model.Ready;
import org.countermand.cancellation.model.Step;
import org.countermand.cancellation.model.StepKind;
import org.countermand.cancellation.model.StepState;
import org.countermand.cancellation.model.Stepping;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.StepRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.PaymentService;

/** The door for what people decide where somebody gave money back elsewhere. */
@Stateless
public class ElsewhereService {

  private static final Actor SELF = new Actor.System("elsewhere");

  @Inject private CancellationRepository cancellations;
  @Inject private StepRepository steps;
  @Inject private TransitionService transitions;
  @Inject private PaymentService payments;
  @Inject private Event<Ready> ready;

  /**
   * It was for this cancellation: a refund that was made elsewhere on the same tender, of exactly
   * the amount, stands for the part that waits.
   *
   * @return {@code REFUNDED_ELSEWHERE} if there is none of that amount
   */
  public Decision<Cancellation> count(Actor actor, UUID id, Instant at) {
    return load(actor, id)
        .then(
            cancellation -> {
              List<Step> waiting = waiting(id);
              if (waiting.isEmpty()) {
                return forbidden(cancellation);
              }
              for (Step step : waiting) {
                if (!payments.countElsewhere(SELF, step.subjectId(), at)) {
                  return Decision.no(ReasonCode.REFUNDED_ELSEWHERE);
                }
                end(step, StepState.DONE, at);
              }
              return Decision.yes(settled(actor, cancellation, "COUNTED_ELSEWHERE", at));
            });
  }

  /** It was for something else, and this cannot be paid the same way any more. */
  public Decision<Cancellation> giveUp(Actor actor, UUID id, Instant at) {
    return load(actor, id)
        .then(
            cancellation -> {
              List<Step> waiting = waiting(id);
              if (waiting.isEmpty()) {
                return forbidden(cancellation);
              }
              for (Step step : waiting) {
                payments.failed(SELF, step.subjectId(), at);
                end(step, StepState.REFUSED, at);
              }
              transitions.needPerson(
                  actor,
                  cancellation,
                  ReasonCode.REFUND_FAILED,
                  WorkItem.NextAction.REFUND_ANOTHER_WAY,
                  at);
              return Decision.yes(settled(actor, cancellation, "GIVEN_UP_HERE", at));
            });
  }

  /** It concerns nothing that waits; whoever looked says so. */
  public Decision<Cancellation> seen(Actor actor, UUID id, Instant at) {
    return load(actor, id)
        .then(
            cancellation ->
                waiting(id).isEmpty()
                    ? Decision.yes(settled(actor, cancellation, "SEEN_ELSEWHERE", at))
                    : forbidden(cancellation));
  }

  private Cancellation settled(Actor actor, Cancellation cancellation, String what, Instant at) {
    transitions.note(actor, cancellation, what, at);
    transitions.needNoPerson(actor, cancellation, ReasonCode.REFUNDED_ELSEWHERE, at);
    ready.fire(new Ready(cancellation.id()));
    return cancellation;
  }

  /** Steps that wait for room on their tender, and that nobody is at. */
  private List<Step> waiting(UUID id) {
    return steps.ofCancellation(id).stream()
        .filter(step -> step.kind() == StepKind.REIMBURSE)
        .map(step -> steps.lock(step.id()))
        .filter(Stepping::waitsForRoom)
        .toList();
  }

  private void end(Step step, StepState state, Instant at) {
    steps.save(
        Stepping.decided(step, state, at),
        null,
        new JournalEntry(
            Ids.next(),
            step.cancellationId(),
            step.id(),
            step.attemptId().orElse(step.subjectId()),
            step.attempt(),
            "ANSWERED",
            state.name(),
            "",
            at));
  }

  private Decision<Cancellation> load(Actor actor, UUID id) {
    Optional<Cancellation> locked =
        cancellations
            .find(id)
            .filter(
                found ->
                    Access.refusal(
                            actor,
                            Action.RESOLVE_WORK_ITEM,
                            new Access.Subject(found.shop(), found.orderId()))
                        .isEmpty())
            .flatMap(found -> cancellations.lock(id));
    return locked
        .<Decision<Cancellation>>map(Decision::yes)
        .orElseGet(() -> Decision.no(ReasonCode.NOT_FOUND));
  }

  private static Decision<Cancellation> forbidden(Cancellation cancellation) {
    return Decision.no(Finding.of(ReasonCode.STATE_FORBIDS, "state", cancellation.state()));
  }
}
