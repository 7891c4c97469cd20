package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Command;
import org.countermand.cancellation.model.Receiving;
import org.countermand.cancellation.model.Recorded;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.eligibility.EligibilityService;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.LineVerdict;
import org.countermand.eligibility.model.Verdict;
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

/**
 * Judges what is recorded: mostly in the transaction that records it, and later where that was not
 * possible. The caller holds the order's lock, except for {@link #again}.
 */
@Stateless
public class JudgementService {

  @Inject private CancellationRepository cancellations;
  @Inject private TransitionService transitions;
  @Inject private PlanService plans;
  @Inject private OrderService orders;
  @Inject private EligibilityService eligibility;
  @Inject private RefundService refunds;
  @Inject private PaymentService payments;

  /** Whether this may be cancelled. */
  public Verdict judge(Actor actor, Order order, List<Ask> asks, Instant at) {
    return eligibility.judge(actor, order, asks, payments.lock(actor, order), at);
  }

  /** A promise that no longer is what would be paid binds nobody: it is asked again. */
  public Optional<Finding> stale(
      Actor actor,
      Order order,
      List<Ask> asks,
      Optional<Quotation> promise,
      Verdict verdict,
      Instant at) {
    if (promise.isEmpty()) {
      return Optional.empty();
    }
    boolean unitsGone =
        verdict.findings().stream().map(Finding::code).anyMatch(Receiving.UNITS_GONE::contains);
    boolean same =
        !unitsGone
            && refunds.compute(actor, order, asks, at) instanceof Decision.Accepted<Quotation> now
            && now.value().samePromise(promise.get());
    return same ? Optional.empty() : Optional.of(Finding.of(ReasonCode.QUOTATION_STALE));
  }

  /** The promise; where somebody has taken its units since, the same promise of others. */
  public Quotation binding(
      Actor actor, Order order, List<Ask> asks, Optional<Quotation> promise, Instant at) {
    return promise
        .filter(promised -> Receiving.unitsFree(order, promised))
        .orElseGet(() -> must(refunds.quote(actor, order, asks, at)));
  }

  /** Walks on from RECEIVED as the verdict says; where it allows, confirms on the basis. */
  public Cancellation proceed(
      Actor actor, Recorded recorded, Verdict verdict, Command basis, Instant at) {
    Cancellation judged = walk(actor, recorded, recorded.cancellation(), verdict, at);
    Effect effect = recorded.effect(verdict);
    if (effect == Effect.REVIEW) {
      transitions.needPerson(
          actor, judged, reviewReason(verdict), WorkItem.NextAction.DECIDE_REVIEW, at);
    }
    if (effect != Effect.ALLOW) {
      return judged;
    }
    Quotation binding = binding(actor, recorded.order(), recorded.asks(), recorded.promise(), at);
    return plans.confirm(actor, judged, recorded.order(), binding, basis, at);
  }

  /**
   * Judges what was recorded and could not be judged then. If what was agreed to is no longer what
   * would be paid, the buyer is asked again, as after a review.
   */
  public Decision<Cancellation> again(Actor actor, UUID id, Instant at) {
    return load(actor, id)
        .then(
            recorded ->
                recorded.cancellation().state() == State.RECEIVED
                    ? Decision.yes(again(actor, recorded, at))
                    : Decision.no(
                        Finding.of(
                            ReasonCode.STATE_FORBIDS, "state", recorded.cancellation().state())));
  }

  private Cancellation again(Actor actor, Recorded recorded, Instant at) {
    Order order = recorded.order();
    transitions.needNoPerson(actor, recorded.cancellation(), ReasonCode.NOT_JUDGED, at);
    Verdict verdict =
        eligibility.judgeLate(
            actor,
            order,
            recorded.asks(),
            payments.lock(actor, order),
            recorded.cancellation().moments().receivedAt(),
            at);
    boolean stale =
        stale(actor, order, recorded.asks(), recorded.promise(), verdict, at).isPresent();
    return stale && recorded.effect(verdict) == Effect.ALLOW
        ? offerAnew(actor, recorded, verdict, at)
        : proceed(actor, recorded, verdict, new Command.KeepBasis(), at);
  }

  private Cancellation offerAnew(Actor actor, Recorded recorded, Verdict verdict, Instant at) {
    Quotation now = must(refunds.quote(actor, recorded.order(), recorded.asks(), at));
    return walk(
        actor, recorded, recorded.cancellation().promising(now.id(), now.total()), verdict, at);
  }

  private Cancellation walk(
      Actor actor, Recorded recorded, Cancellation received, Verdict verdict, Instant at) {
    Cancellation judged = received.because(verdict.findings());
    return transitions.mustWalk(
        actor,
        recorded.decidedByMerchant() ? judged.decidedByPerson() : judged,
        new Command.Judge(recorded.effect(verdict), verdict.findings()),
        at);
  }

  private Decision<Recorded> load(Actor actor, UUID id) {
    Optional<Order> order =
        cancellations
            .find(id)
            .filter(
                found ->
                    Access.refusal(
                            actor,
                            Action.RESOLVE_WORK_ITEM,
                            new Access.Subject(found.shop(), found.orderId()))
                        .isEmpty())
            .flatMap(found -> orders.lock(actor, found.orderId()));
    Optional<Cancellation> locked = order.flatMap(o -> cancellations.lock(id));
    if (locked.isEmpty()) {
      return Decision.no(ReasonCode.NOT_FOUND);
    }
    Cancellation cancellation = locked.get();
    Optional<Quotation> promise =
        cancellation.quotationId().flatMap(q -> refunds.find(actor, order.get(), q));
    return Decision.yes(new Recorded(cancellation, order.get(), cancellation.asks(), promise));
  }

  private static ReasonCode reviewReason(Verdict verdict) {
    return verdict.lines().stream()
        .map(LineVerdict::findings)
        .flatMap(Collection::stream)
        .map(Finding::code)
        .findFirst()
        .orElse(ReasonCode.STAGE_NEEDS_REVIEW);
  }

  private static <T> T must(Decision<T> decision) {
    if (decision instanceof Decision.Accepted<T> yes) {
      return yes.value();
    }
    throw new IllegalStateException("Allowed, but: " + decision);
  }
}
