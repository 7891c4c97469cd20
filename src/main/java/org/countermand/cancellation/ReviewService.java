package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Command;
import org.countermand.cancellation.model.Receiving;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.WorkItemRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.OrderService;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.payment.PaymentService;
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;

/** What people decide on a cancellation. */
@Stateless
public class ReviewService {

  private static final int LONGEST_REASON = 1_000;

  @Inject private CancellationRepository cancellations;
  @Inject private WorkItemRepository workItems;
  @Inject private TransitionService transitions;
  @Inject private PlanService plans;
  @Inject private OrderService orders;
  @Inject private RefundService refunds;
  @Inject private PaymentService payments;

  /**
   * Approves. If what was agreed to is no longer what would be paid, the buyer is asked again; a
   * declaration was made without an amount, so there the present one stands.
   */
  public Decision<Cancellation> approve(Actor actor, UUID id, Instant at) {
    return load(actor, Action.DECIDE_REVIEW, id)
        .then(
            in -> {
              if (in.cancellation().state() != State.IN_REVIEW) {
                return forbidden(in.cancellation());
              }
              List<Ask> asks = in.cancellation().asks();
              if (!unitsThere(in.order(), asks)) {
                return Decision.no(ReasonCode.QUOTATION_STALE);
              }
              List<Finding> spent = payments.lock(actor, in.order()).uncovered(in.order(), asks);
              return spent.isEmpty() ? approve(actor, in, asks, at) : Decision.no(spent);
            });
  }

  private Decision<Cancellation> approve(Actor actor, Loaded in, List<Ask> asks, Instant at) {
    Optional<Quotation> promised =
        in.cancellation().quotationId().flatMap(q -> refunds.find(actor, in.order(), q));
    return refunds
        .quote(actor, in.order(), asks, at)
        .map(
            now -> {
              boolean same = promised.map(now::samePromise).orElse(true);
              Cancellation decided = in.cancellation().decidedByPerson();
              closeReview(decided, at);
              return same
                  ? plans.confirm(
                      actor,
                      decided,
                      in.order(),
                      promised.filter(p -> Receiving.unitsFree(in.order(), p)).orElse(now),
                      new Command.Approve(true),
                      at)
                  : transitions.mustWalk(
                      actor,
                      decided.promising(now.id(), now.total()),
                      new Command.Approve(false),
                      at);
            });
  }

  /** Denies, with a reason that the buyer is told. */
  public Decision<Cancellation> deny(Actor actor, UUID id, String reason, Instant at) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      return Decision.no(Finding.of(ReasonCode.FIELD_INVALID, "field", "reason"));
    }
    return load(actor, Action.DECIDE_REVIEW, id)
        .then(
            in -> {
              Cancellation denied =
                  in.cancellation()
                      .because(
                          List.of(Finding.of(ReasonCode.AGENT_DENIED, "reason", reason.strip())))
                      .decidedByPerson();
              return transitions.walk(actor, denied, new Command.Deny(reason), at);
            })
        .map(
            denied -> {
              closeReview(denied, at);
              return denied;
            });
  }

  /** Takes a request back before anything moved; claims and promises are given back. */
  public Decision<Cancellation> takeBack(Actor actor, UUID id, Instant at) {
    return load(actor, Action.REQUEST_CANCELLATION, id)
        .then(in -> transitions.walk(actor, in.cancellation(), new Command.TakeBack(), at))
        .map(
            taken -> {
              plans.drop(actor, taken, at);
              closeReview(taken, at);
              return taken;
            });
  }

  /** Settles goods that were on their way: stopped or come back, or lost to the buyer. */
  public Decision<Cancellation> settleRerouted(Actor actor, UUID id, boolean stopped, Instant at) {
    return load(actor, Action.RESOLVE_WORK_ITEM, id)
        .then(
            in -> {
              Cancellation decided = in.cancellation().decidedByPerson();
              if (decided.state() != State.REROUTED) {
                return forbidden(decided);
              }
              return Decision.yes(
                  stopped ? plans.stopped(actor, decided, at) : lost(actor, decided, at));
            });
  }

  private Cancellation lost(Actor actor, Cancellation rerouted, Instant at) {
    plans.drop(actor, rerouted, at);
    transitions.needNoPerson(actor, rerouted, ReasonCode.WAREHOUSE_REFUSED, at);
    return transitions.mustWalk(actor, rerouted, new Command.SettleRerouted(false), at);
  }

  private record Loaded(Cancellation cancellation, Order order) {}

  private Decision<Loaded> load(Actor actor, Action action, UUID id) {
    Optional<Order> order =
        cancellations
            .find(id)
            .filter(
                found ->
                    Access.refusal(actor, action, new Access.Subject(found.shop(), found.orderId()))
                        .isEmpty())
            .flatMap(found -> orders.lock(actor, found.orderId()));
    Optional<Cancellation> locked = order.flatMap(o -> cancellations.lock(id));
    return locked.isPresent()
        ? Decision.yes(new Loaded(locked.get(), order.get()))
        : Decision.no(ReasonCode.NOT_FOUND);
  }

  private void closeReview(Cancellation cancellation, Instant at) {
    workItems.ofCancellation(cancellation.id()).stream()
        .filter(item -> item.nextAction() == WorkItem.NextAction.DECIDE_REVIEW)
        .forEach(item -> workItems.close(cancellation.id(), item.reason(), at));
  }

  private static boolean unitsThere(Order order, List<Ask> asks) {
    return asks.stream()
        .allMatch(ask -> order.line(ask.lineId()).orElseThrow().free() >= ask.units());
  }

  private static Decision<Cancellation> forbidden(Cancellation cancellation) {
    return Decision.no(Finding.of(ReasonCode.STATE_FORBIDS, "state", cancellation.state()));
  }
}
