package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.cancellation.model.Basis;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.CancelledLine;
import org.countermand.cancellation.model.Command;
import org.countermand.cancellation.model.Planning;
import org.countermand.cancellation.model.Ready;
import org.countermand.cancellation.model.Step;
import org.countermand.cancellation.model.StepKind;
import org.countermand.cancellation.model.StepState;
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
import org.countermand.logistics.LogisticsService;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.HoldStatus;
import org.countermand.order.OrderService;
import org.countermand.order.model.Order;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.CreditService;
import org.countermand.payment.PaymentService;
import org.countermand.payment.model.RefundPart;
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;

/** Writes the plan of a cancellation: what is claimed and promised, and the steps to do. */
@Stateless
public class PlanService {

  @Inject private CancellationRepository cancellations;
  @Inject private StepRepository steps;
  @Inject private TransitionService transitions;
  @Inject private OrderService orders;
  @Inject private PaymentService payments;
  @Inject private CreditService credits;
  @Inject private LogisticsService logistics;
  @Inject private RefundService refunds;
  @Inject private Event<Ready> ready;

  /** Confirms a quoted cancellation on its basis; the caller holds the order's lock. */
  public Cancellation confirm(
      Actor actor,
      Cancellation quoted,
      Order order,
      Quotation promise,
      Command command,
      Instant at) {
    claim(actor, quoted.id(), order, promise);
    credits.takeBack(actor, quoted.id(), order, Planning.units(promise), at);
    Cancellation confirmed =
        transitions.mustWalk(actor, quoted.promising(promise.id(), promise.total()), command, at);
    List<HoldRequest> holds = Planning.holds(confirmed.id(), order, promise);
    int position = 0;
    for (HoldRequest hold : holds) {
      logistics.planHold(actor, hold, at);
      step(confirmed.id(), ++position, StepKind.HOLD, hold.id(), at);
    }
    Cancellation begun = holds.isEmpty() ? withoutGoods(actor, confirmed, promise, at) : confirmed;
    ready.fire(new Ready(begun.id()));
    return begun;
  }

  /** Confirms on a basis that was just given. */
  public Cancellation confirm(
      Actor actor, Cancellation quoted, Order order, Quotation promise, Basis basis, Instant at) {
    return confirm(actor, quoted, order, promise, new Command.GiveBasis(basis), at);
  }

  /**
   * Goes on after every warehouse has answered: with all of it, with the held part under a new
   * promise, or not yet because the goods are on their way. The caller holds the order's lock.
   */
  public Cancellation answered(Actor actor, Cancellation holding, Order order, Instant at) {
    List<HoldAnswer> answers = logistics.holdsOf(actor, holding.id());
    List<CancelledLine> lines = Planning.held(order, holding.lines(), answers);
    HoldStatus status = Planning.status(order, lines);
    if (status == HoldStatus.REFUSED) {
      return rerouted(actor, holding, at);
    }
    Cancellation held = holding.holding(lines);
    cancellations.saveHeld(held);
    transitions.needNoPerson(actor, held, ReasonCode.WAREHOUSE_SILENT, at);
    Quotation promise = promise(actor, held, order);
    if (status == HoldStatus.PARTLY_HELD) {
      promise = narrow(actor, held, order, promise, at);
      held =
          held.promising(promise.id(), promise.total())
              .because(List.of(Finding.of(ReasonCode.WAREHOUSE_PARTLY)));
    }
    Cancellation executing =
        transitions.mustWalk(actor, held, new Command.HearWarehouse(status), at);
    execute(actor, executing, answers, at);
    return executing;
  }

  /** Goes on with goods that were on their way and were stopped or came back. */
  public Cancellation stopped(Actor actor, Cancellation rerouted, Instant at) {
    transitions.needNoPerson(actor, rerouted, ReasonCode.WAREHOUSE_REFUSED, at);
    Cancellation executing =
        transitions.mustWalk(actor, rerouted, new Command.SettleRerouted(true), at);
    execute(actor, executing, List.of(), at);
    ready.fire(new Ready(executing.id()));
    return executing;
  }

  /** Gives back all that was taken and promised, because nothing will be executed. */
  public void drop(Actor actor, Cancellation cancellation, Instant at) {
    release(cancellation);
    credits.giveAgain(new Actor.System("plan"), cancellation.id(), at);
  }

  private void release(Cancellation cancellation) {
    Actor system = new Actor.System("plan");
    orders.unclaim(system, cancellation.id());
    payments.unpromise(system, cancellation.id());
    refunds.retainNothing(system, cancellation.id());
  }

  private Cancellation rerouted(Actor actor, Cancellation holding, Instant at) {
    Cancellation rerouted =
        transitions.mustWalk(
            actor,
            holding.because(List.of(Finding.of(ReasonCode.WAREHOUSE_REFUSED))),
            new Command.HearWarehouse(HoldStatus.REFUSED),
            at);
    transitions.needPerson(
        actor, rerouted, ReasonCode.WAREHOUSE_REFUSED, WorkItem.NextAction.SETTLE_REROUTED, at);
    return rerouted;
  }

  /** Keeps claims and promises for what could be held, and quotes that anew. */
  private Quotation narrow(
      Actor actor, Cancellation held, Order order, Quotation promise, Instant at) {
    Map<UUID, List<UnitRange>> kept = Planning.keep(order, held.id(), held.lines());
    // Gift cards are not held by a warehouse: those that were taken back stay so.
    release(held);
    orders.claim(actor, order.id(), held.id(), kept, List.of());
    Order narrowed = orders.find(actor, order.id()).orElseThrow();
    Decision<Quotation> quoted = refunds.quoteHeld(actor, narrowed, kept, promise, at);
    if (quoted instanceof Decision.Accepted<Quotation> yes) {
      promise(actor, held.id(), narrowed, yes.value());
      return yes.value();
    }
    throw new IllegalStateException("A part costs more than the whole: " + quoted);
  }

  private Cancellation withoutGoods(
      Actor actor, Cancellation confirmed, Quotation promise, Instant at) {
    Cancellation holding = transitions.mustWalk(actor, confirmed, new Command.AskForHold(), at);
    Cancellation executing =
        transitions.mustWalk(actor, holding, new Command.HearWarehouse(HoldStatus.HELD), at);
    execute(actor, executing, List.of(), at);
    return executing;
  }

  private void claim(Actor actor, UUID id, Order order, Quotation promise) {
    orders.claim(actor, order.id(), id, Planning.units(promise), Planning.charges(order, promise));
    promise(actor, id, order, promise);
  }

  private void promise(Actor actor, UUID id, Order order, Quotation promise) {
    payments.promise(actor, id, order, Planning.parts(promise));
    refunds.retain(actor, id, promise);
  }

  /** From here only forward: the money, the document, the stock. */
  private void execute(Actor actor, Cancellation executing, List<HoldAnswer> holds, Instant at) {
    int position = steps.ofCancellation(executing.id()).size();
    for (RefundPart part : payments.partsOf(actor, executing.id())) {
      step(executing.id(), ++position, StepKind.REIMBURSE, part.id(), at);
    }
    step(executing.id(), ++position, StepKind.CREDIT, executing.id(), at);
    for (HoldAnswer hold : holds) {
      if (!hold.held().isEmpty()) {
        step(executing.id(), ++position, StepKind.RELEASE, hold.id(), at);
      }
    }
  }

  /** Adds a step for a part that another one was divided into. */
  public void reimburse(Actor actor, Cancellation executing, RefundPart part, Instant at) {
    if (Access.refusal(actor, Action.RUN_PROCESS).isPresent()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
    int position = steps.ofCancellation(executing.id()).size();
    step(executing.id(), position + 1, StepKind.REIMBURSE, part.id(), at);
  }

  private Quotation promise(Actor actor, Cancellation cancellation, Order order) {
    return cancellation
        .quotationId()
        .flatMap(id -> refunds.find(actor, order, id))
        .orElseThrow(() -> new IllegalStateException("Nothing was promised"));
  }

  private void step(UUID cancellationId, int position, StepKind kind, UUID subject, Instant at) {
    steps.insert(
        new Step(
            Ids.next(),
            cancellationId,
            position,
            kind,
            StepState.PENDING,
            subject,
            java.util.Optional.empty(),
            0,
            0,
            at,
            null,
            null,
            ""));
  }
}
