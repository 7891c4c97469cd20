package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.cancellation.model.AnotherWay;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.PayoutFacts;
import org.countermand.cancellation.model.PayoutReady;
import org.countermand.cancellation.model.PayoutRow;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.SearchRepository;
import org.countermand.cancellation.store.WorkItemRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.OrderService;
import org.countermand.order.model.Order;
import org.countermand.outbox.model.EventType;
import org.countermand.payment.PaymentService;
import org.countermand.payment.PayoutService;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutMethod;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.RefundPart;

/** The door to another way for a refund that failed: chosen by the buyer, approved by others. */
@Stateless
public class AnotherWayService {

  @Inject private CancellationRepository cancellations;
  @Inject private WorkItemRepository workItems;
  @Inject private SearchRepository search;
  @Inject private TransitionService transitions;
  @Inject private OrderService orders;
  @Inject private PaymentService payments;
  @Inject private PayoutService payouts;
  @Inject private Event<PayoutReady> ready;

  /** The ways that are open for a part now; none for those who may not choose. */
  public Set<PayoutMethod> offered(Actor actor, RefundPart part) {
    return find(actor, Action.CHOOSE_PAYOUT, part.cancellationId())
        .map(found -> payouts.offered(actor, found.shop(), part))
        .orElse(Set.of());
  }

  /**
   * Chooses a way. Who chooses the same again receives what stands.
   *
   * @return {@code NOT_FOUND} where there is no such part for this actor, {@code PAYOUT_STANDS}
   *     where another way stands, every finding about the account
   */
  public Decision<Payout> choose(AnotherWay wanted) {
    Actor actor = wanted.actor();
    Optional<Cancellation> cancellation =
        find(actor, Action.CHOOSE_PAYOUT, wanted.cancellationId())
            .flatMap(found -> cancellations.lock(found.id()))
            .filter(
                found ->
                    payments.partsOf(actor, found.id()).stream()
                        .anyMatch(part -> part.id().equals(wanted.choice().partId())));
    if (cancellation.isEmpty()) {
      return Decision.no(ReasonCode.NOT_FOUND);
    }
    Optional<Payout> standing = payouts.standing(actor, wanted.choice().partId());
    if (standing.isPresent()) {
      return standing
          .filter(wanted.choice()::isThatOf)
          .<Decision<Payout>>map(Decision::yes)
          .orElseGet(() -> Decision.no(ReasonCode.PAYOUT_STANDS));
    }
    Order order = orders.find(actor, cancellation.get().orderId()).orElseThrow();
    return payouts
        .choose(actor, order, wanted.choice(), wanted.at())
        .map(chosen -> told(actor, cancellation.get(), chosen, wanted.at()));
  }

  private Payout told(Actor actor, Cancellation cancellation, Payout chosen, Instant at) {
    moved(actor, cancellation, chosen, at);
    boolean everyPart =
        payments.partsOf(actor, cancellation.id()).stream()
            .filter(AnotherWayService::isLost)
            .allMatch(part -> payouts.standing(actor, part.id()).isPresent());
    if (everyPart) {
      close(cancellation, WorkItem.NextAction.REFUND_ANOTHER_WAY, at);
    }
    if (chosen.state() == PayoutState.CHOSEN) {
      transitions.needPerson(
          actor, cancellation, ReasonCode.PAYOUT_WAITING, WorkItem.NextAction.DECIDE_PAYOUT, at);
    }
    return chosen;
  }

  private static boolean isLost(RefundPart part) {
    return part.state() == PartState.FAILED || part.state() == PartState.REVERSED;
  }

  /** Those that wait for a decision, then those that were decided last. */
  public List<PayoutRow> list(Actor actor) {
    return Access.refusal(actor, Action.LIST_PAYOUTS).isPresent()
        ? List.of()
        : search.named(payouts.list(actor));
  }

  /**
   * Lets the money go. Who named the account may not; of two who decide at once the second is told
   * that it is decided.
   */
  public Decision<Payout> approve(Actor actor, UUID payoutId, Instant at) {
    return load(actor, payoutId)
        .then(
            in ->
                payouts
                    .approve(actor, payoutId, at)
                    .map(
                        approved -> {
                          decided(actor, in, approved, at);
                          ready.fire(new PayoutReady(approved.id()));
                          return approved;
                        }));
  }

  /** Refuses to let it go, with a reason that the buyer is told; he may choose anew. */
  public Decision<Payout> reject(Actor actor, UUID payoutId, String reason, Instant at) {
    return load(actor, payoutId)
        .then(
            in ->
                payouts
                    .reject(actor, payoutId, reason, at)
                    .map(
                        rejected -> {
                          decided(actor, in, rejected, at);
                          lost(actor, in, rejected, ReasonCode.PAYOUT_REJECTED, at);
                          return rejected;
                        }));
  }

  /** Tells of a payout that has moved; the caller holds the cancellation's lock. */
  public void moved(Actor actor, Cancellation cancellation, Payout payout, Instant at) {
    transitions.note(
        actor, cancellation, "PAYOUT_" + payout.state(), PayoutFacts.forRecord(payout), at);
    switch (payout.state()) {
      case CHOSEN ->
          transitions.tell(
              actor, EventType.PAYOUT_CHOSEN, cancellation, PayoutFacts.forListeners(payout), at);
      case PAID, GRANTED ->
          transitions.tell(
              actor, EventType.PAYOUT_PAID, cancellation, PayoutFacts.forListeners(payout), at);
      case FAILED -> lost(actor, cancellation, payout, ReasonCode.PAYOUT_FAILED, at);
      case RETURNED -> lost(actor, cancellation, payout, ReasonCode.PAYOUT_RETURNED, at);
      case APPROVED, REJECTED, SUBMITTED -> {
        // Who decided has told it; that it is at the bank is seen on the page.
      }
    }
  }

  private void decided(Actor actor, Cancellation cancellation, Payout payout, Instant at) {
    transitions.note(
        actor, cancellation, "PAYOUT_" + payout.state(), PayoutFacts.forRecord(payout), at);
    boolean noneWaits =
        payouts.ofCancellation(actor, cancellation.id()).stream()
            .noneMatch(other -> other.state() == PayoutState.CHOSEN);
    if (noneWaits) {
      close(cancellation, WorkItem.NextAction.DECIDE_PAYOUT, at);
    }
  }

  private void lost(
      Actor actor, Cancellation cancellation, Payout payout, ReasonCode why, Instant at) {
    transitions.needPerson(actor, cancellation, why, WorkItem.NextAction.REFUND_ANOTHER_WAY, at);
    transitions.tell(
        actor, EventType.PAYOUT_FAILED, cancellation, PayoutFacts.forListeners(payout), at);
  }

  private void close(Cancellation cancellation, WorkItem.NextAction done, Instant at) {
    workItems.ofCancellation(cancellation.id()).stream()
        .filter(item -> item.closedAt() == null && item.nextAction() == done)
        .forEach(item -> workItems.close(cancellation.id(), item.reason(), at));
  }

  private Decision<Cancellation> load(Actor actor, UUID payoutId) {
    return payouts
        .find(actor, payoutId)
        .flatMap(payout -> find(actor, Action.DECIDE_PAYOUT, payout.cancellationId()))
        .flatMap(found -> cancellations.lock(found.id()))
        .<Decision<Cancellation>>map(Decision::yes)
        .orElseGet(() -> Decision.no(ReasonCode.NOT_FOUND));
  }

  private Optional<Cancellation> find(Actor actor, Action action, UUID cancellationId) {
    return cancellations
        .find(cancellationId)
        .filter(
            found ->
                Access.refusal(actor, action, new Access.Subject(found.shop(), found.orderId()))
                    .isEmpty());
  }
}
