package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.cancellation.model.Assent;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Dossier;
import org.countermand.cancellation.model.Offer;
import org.countermand.cancellation.model.Receipt;
import org.countermand.cancellation.model.Receiving;
import org.countermand.cancellation.model.Request;
import org.countermand.cancellation.model.Row;
import org.countermand.cancellation.model.Search;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.JournalRepository;
import org.countermand.cancellation.store.SearchRepository;
import org.countermand.cancellation.store.StepRepository;
import org.countermand.cancellation.store.WorkItemRepository;
import org.countermand.eligibility.EligibilityService;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.Verdict;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.kernel.Slice;
import org.countermand.order.OrderService;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.payment.PaymentService;
import org.countermand.payment.PayoutService;
import org.countermand.refund.RefundService;

/**
 * The door to the hall: what may be cancelled, for how much, the request, and what became of it.
 */
@Stateless
public class CancellationService {

  private static final Logger LOG = Logger.getLogger(CancellationService.class.getName());

  @Inject private RequestService requests;
  @Inject private JudgementRunner judgements;
  @Inject private ReviewService reviews;
  @Inject private OrderService orders;
  @Inject private EligibilityService eligibility;
  @Inject private RefundService refunds;
  @Inject private PaymentService payments;
  @Inject private PayoutService payouts;
  @Inject private CancellationRepository cancellations;
  @Inject private StepRepository steps;
  @Inject private WorkItemRepository workItems;
  @Inject private JournalRepository journal;
  @Inject private SearchRepository search;

  /** What may be cancelled of every line; nothing where there is no order for this actor. */
  public Optional<Verdict> survey(Actor actor, UUID orderId, Instant at) {
    return orders
        .find(actor, orderId)
        .map(order -> eligibility.survey(actor, order, payments.standing(actor, order), at));
  }

  /** Whether exactly this may be cancelled, with all findings. */
  public Decision<Verdict> judge(Actor actor, UUID orderId, List<Ask> asks, Instant at) {
    return order(actor, orderId).map(order -> verdict(actor, order, asks, at));
  }

  /** What would come back for exactly this; the quotation is stored and binds until it expires. */
  public Decision<Offer> quote(Actor actor, UUID orderId, List<Ask> asks, Instant at) {
    return order(actor, orderId)
        .then(
            order -> {
              List<Finding> wrong = Receiving.checkAsks(asks, order);
              if (!wrong.isEmpty()) {
                return Decision.no(wrong);
              }
              Verdict verdict = verdict(actor, order, asks, at);
              return verdict.effect() == Effect.REFUSE
                  ? Decision.no(verdict.findings())
                  : refunds.quote(actor, order, asks, at).map(q -> new Offer(verdict, q));
            });
  }

  /**
   * Records a request, judges it and, where its basis suffices, confirms it. Who asks again, or
   * comes second in a race for the same units, receives the winner's cancellation. What cannot be
   * judged, because something is broken on our side, is recorded all the same; so this door alone
   * has no transaction of its own, for the record must outlive the one that failed.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Decision<Receipt> request(Request request) {
    try {
      return requests.request(request);
    } catch (RuntimeException accident) {
      if (!Accidents.leaveRoomForTheRecord(accident)) {
        throw accident;
      }
      LOG.log(
          Level.SEVERE, "A request on order " + request.orderId() + " is only recorded", accident);
      return record(request, accident);
    }
  }

  private Decision<Receipt> record(Request request, RuntimeException accident) {
    try {
      return requests.record(request);
    } catch (RuntimeException another) {
      accident.addSuppressed(another);
      throw accident;
    }
  }

  /** Judges a request that could only be recorded, now that what was broken may be mended. */
  public Decision<Cancellation> judgeAgain(Actor actor, UUID cancellationId, Instant at) {
    return judgements.judge(actor, cancellationId, at);
  }

  /**
   * The buyer agrees to a changed quotation of a cancellation that waits for it. Who agrees again
   * receives what has become of it.
   */
  public Decision<Cancellation> agree(Assent assent) {
    return requests.agree(assent);
  }

  /** Decides for a cancellation in review. */
  public Decision<Cancellation> approve(Actor actor, UUID cancellationId, Instant at) {
    return reviews.approve(actor, cancellationId, at);
  }

  /** Decides against a cancellation in review. */
  public Decision<Cancellation> deny(Actor actor, UUID cancellationId, String reason, Instant at) {
    return reviews.deny(actor, cancellationId, reason, at);
  }

  /** The requester takes it back before anything moved. */
  public Decision<Cancellation> takeBack(Actor actor, UUID cancellationId, Instant at) {
    return reviews.takeBack(actor, cancellationId, at);
  }

  /** Tells what became of goods that were already on their way. */
  public Decision<Cancellation> settleRerouted(
      Actor actor, UUID cancellationId, boolean stopped, Instant at) {
    return reviews.settleRerouted(actor, cancellationId, stopped, at);
  }

  /** All that is known of one cancellation, for those who may see it. */
  public Optional<Dossier> find(Actor actor, UUID cancellationId) {
    return cancellations
        .find(cancellationId)
        .filter(found -> visible(actor, found))
        .flatMap(found -> orders.find(actor, found.orderId()).map(o -> dossier(actor, found, o)));
  }

  /** The cancellations of one order, the latest first. */
  public List<Cancellation> ofOrder(Actor actor, UUID orderId) {
    return cancellations.ofOrder(orderId).stream().filter(c -> visible(actor, c)).toList();
  }

  /** Those of some cancellations that are still under way and wait for nobody. */
  public List<UUID> underWay(Actor actor, List<UUID> ids) {
    return Access.refusal(actor, Action.RUN_PROCESS).isPresent()
        ? List.of()
        : cancellations.underWay(ids);
  }

  /** One page of the cancellations that fit; empty for those who may not list them. */
  public Slice<Row> list(Actor actor, Search wanted) {
    return Access.refusal(actor, Action.LIST_CANCELLATIONS).isPresent()
        ? Slice.empty()
        : search.page(actor.shop(), wanted);
  }

  private Dossier dossier(Actor actor, Cancellation cancellation, Order order) {
    UUID id = cancellation.id();
    return new Dossier(
        cancellation,
        order,
        cancellation.quotationId().flatMap(q -> refunds.find(actor, order, q)),
        steps.ofCancellation(id),
        payments.partsOf(actor, id),
        payouts.ofCancellation(actor, id),
        workItems.ofCancellation(id),
        journal.ofCancellation(id),
        refunds.creditOf(actor, id));
  }

  private Decision<Order> order(Actor actor, UUID orderId) {
    return orders
        .find(actor, orderId)
        .<Decision<Order>>map(Decision::yes)
        .orElseGet(() -> Decision.no(ReasonCode.NOT_FOUND));
  }

  private Verdict verdict(Actor actor, Order order, List<Ask> asks, Instant at) {
    return eligibility.judge(actor, order, asks, payments.standing(actor, order), at);
  }

  private static boolean visible(Actor actor, Cancellation cancellation) {
    return Access.refusal(
            actor,
            Action.VIEW_CANCELLATION,
            new Access.Subject(cancellation.shop(), cancellation.orderId()))
        .isEmpty();
  }
}
