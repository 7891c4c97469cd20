package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Assent;
import org.countermand.cancellation.model.Basis;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Command;
import org.countermand.cancellation.model.Receipt;
import org.countermand.cancellation.model.Receiving;
import org.countermand.cancellation.model.Request;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.RequestRepository;
import org.countermand.consent.ConsentService;
import org.countermand.consent.model.Consent;
import org.countermand.eligibility.EligibilityService;
import org.countermand.eligibility.model.Effect;
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
import org.countermand.outbox.model.EventType;
import org.countermand.payment.PaymentService;
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;

/** Receives requests: recorded first, then judged, then confirmed where the basis suffices. */
@Stateless
public class RequestService {

  @Inject private CancellationRepository cancellations;
  @Inject private RequestRepository requests;
  @Inject private TransitionService transitions;
  @Inject private PlanService plans;
  @Inject private OrderService orders;
  @Inject private EligibilityService eligibility;
  @Inject private ConsentService consents;
  @Inject private RefundService refunds;
  @Inject private PaymentService payments;

  /** Everything under the order's lock, so that whoever comes second sees the first. */
  public Decision<Receipt> request(Request request) {
    requests.lockKey(request);
    Optional<Order> locked = orders.lock(request.actor(), request.orderId());
    if (locked.isEmpty() || !request.basis().mayBeGivenBy(request.actor())) {
      return Decision.no(locked.isEmpty() ? ReasonCode.NOT_FOUND : ReasonCode.NOT_PERMITTED);
    }
    Order order = locked.get();
    Optional<Decision<Receipt>> earlier = earlier(request);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Optional<Quotation> promise = promise(request, order);
    List<Finding> wrong = Receiving.check(request, order, promise);
    if (!wrong.isEmpty()) {
      return Decision.no(wrong);
    }
    List<Ask> asks = promise.map(Quotation::asks).orElse(request.asks());
    Optional<Cancellation> winner = winner(order, asks);
    if (winner.isPresent()) {
      requests.insert(request, winner.get().id());
      return Decision.yes(new Receipt(winner.get(), false));
    }
    return decide(request, order, asks, promise);
  }

  private Decision<Receipt> decide(
      Request request, Order order, List<Ask> asks, Optional<Quotation> promise) {
    Actor actor = request.actor();
    Verdict verdict = judge(actor, order, asks, request.at());
    Optional<Finding> stale = stale(actor, order, asks, promise, verdict, request.at());
    if (stale.isPresent()) {
      return Decision.no(stale.get());
    }
    if (request.basis() instanceof Basis.Consent consent) {
      Decision<Consent> recorded =
          consents.record(
              actor,
              promise.orElseThrow(),
              consent.disclosureDigest(),
              request.locale(),
              request.at());
      if (recorded instanceof Decision.Refused<Consent> no) {
        return Decision.no(no.findings());
      }
    }
    Cancellation received = receive(request, order, asks, promise);
    return Decision.yes(
        new Receipt(proceed(request, received, order, asks, promise, verdict), true));
  }

  /** RECEIVED: stored verbatim and acknowledged, before anything is made of it. */
  private Cancellation receive(
      Request request, Order order, List<Ask> asks, Optional<Quotation> promise) {
    Cancellation received =
        Receiving.received(request, order, asks, promise, cancellations.nextNumber());
    if (!cancellations.insert(received, request.basis().text(), promise.map(Quotation::id))) {
      throw new IllegalStateException("The order's lock was not held");
    }
    requests.insert(request, received.id());
    transitions.note(request.actor(), received, "RECEIVED", request.at());
    transitions.tell(request.actor(), EventType.CANCELLATION_RECEIVED, received, request.at());
    return received;
  }

  private Cancellation proceed(
      Request request,
      Cancellation received,
      Order order,
      List<Ask> asks,
      Optional<Quotation> promise,
      Verdict verdict) {
    Actor actor = request.actor();
    Instant at = request.at();
    boolean decided = request.basis() instanceof Basis.MerchantDecision;
    Effect effect = verdict.effect() == Effect.REVIEW && decided ? Effect.ALLOW : verdict.effect();
    Cancellation judged = received.because(verdict.findings());
    judged =
        transitions.mustWalk(
            actor,
            decided ? judged.decidedByPerson() : judged,
            new Command.Judge(effect, verdict.findings()),
            at);
    if (effect == Effect.REVIEW) {
      transitions.needPerson(
          actor, judged, reviewReason(verdict), WorkItem.NextAction.DECIDE_REVIEW, at);
    }
    if (effect != Effect.ALLOW) {
      return judged;
    }
    Quotation binding = binding(actor, order, asks, promise, at);
    return plans.confirm(actor, judged, order, binding, request.basis(), at);
  }

  /** The buyer agrees to a quotation that replaced an earlier one. */
  public Decision<Cancellation> agree(Assent assent) {
    Actor actor = assent.actor();
    Optional<Request> request =
        cancellations
            .find(assent.cancellationId())
            .filter(found -> may(actor, found.shop(), found.orderId()))
            .filter(found -> assent.consent().mayBeGivenBy(actor))
            .map(assent::request);
    request.ifPresent(requests::lockKey);
    Optional<Order> order = request.flatMap(asked -> orders.lock(actor, asked.orderId()));
    Optional<Cancellation> locked = order.flatMap(o -> cancellations.lock(assent.cancellationId()));
    return locked.isPresent()
        ? agree(assent, request.get(), order.get(), locked.get())
        : Decision.no(ReasonCode.NOT_FOUND);
  }

  private Decision<Cancellation> agree(
      Assent assent, Request request, Order order, Cancellation waiting) {
    Optional<RequestRepository.Earlier> earlier = requests.underKey(request);
    if (earlier.isPresent() && !earlier.get().equals(RequestRepository.as(request, waiting.id()))) {
      return Decision.no(ReasonCode.IDEMPOTENCY_KEY_REUSED);
    }
    if (earlier.isPresent() || agreedBefore(request, assent.consent(), waiting)) {
      return Decision.yes(waiting);
    }
    Actor actor = assent.actor();
    Instant at = assent.at();
    Optional<Quotation> promise = promise(request, order);
    List<Finding> wrong = Receiving.checkAssent(assent, waiting, promise);
    if (!wrong.isEmpty()) {
      return Decision.no(wrong);
    }
    List<Ask> asks = promise.orElseThrow().asks();
    Verdict verdict = judge(actor, order, asks, at);
    Optional<Finding> stale = stale(actor, order, asks, promise, verdict, at);
    if (stale.isPresent()) {
      return Decision.no(stale.get());
    }
    return consents
        .record(actor, promise.get(), assent.consent().disclosureDigest(), assent.locale(), at)
        .map(
            given -> {
              requests.insert(request, waiting.id());
              Quotation binding = binding(actor, order, asks, promise, at);
              return plans.confirm(actor, waiting, order, binding, assent.consent(), at);
            });
  }

  /**
   * Whether this was agreed to: in the same words, whatever the promise has become since, or in
   * others to the promise that still stands.
   */
  private boolean agreedBefore(Request request, Basis.Consent consent, Cancellation found) {
    boolean stands =
        found.moments().confirmedAt() != null
            && found.quotationId().equals(Optional.of(consent.quotationId()));
    return requests.heard(request, found.id())
        || stands
            && consents
                .ofQuotation(request.actor(), consent.quotationId())
                .filter(given -> given.quotationDigest().equals(consent.digest()))
                .isPresent();
  }

  /** The promise; where somebody has taken its units since, the same promise of others. */
  private Quotation binding(
      Actor actor, Order order, List<Ask> asks, Optional<Quotation> promise, Instant at) {
    return promise
        .filter(promised -> Receiving.unitsFree(order, promised))
        .orElseGet(() -> must(refunds.quote(actor, order, asks, at)));
  }

  private Optional<Decision<Receipt>> earlier(Request request) {
    Optional<RequestRepository.Earlier> underKey = requests.underKey(request);
    if (underKey.isPresent()) {
      boolean same = underKey.get().digest().equals(RequestRepository.digest(request));
      return Optional.of(
          same
              ? second(underKey.get().cancellationId())
              : Decision.no(ReasonCode.IDEMPOTENCY_KEY_REUSED));
    }
    if (request.basis() instanceof Basis.Consent consent) {
      return cancellations
          .askedWith(consent.quotationId())
          .filter(found -> found.orderId().equals(request.orderId()))
          .map(
              found -> {
                requests.insert(request, found.id());
                return Decision.yes(new Receipt(found, false));
              });
    }
    return Optional.empty();
  }

  private Decision<Receipt> second(UUID cancellationId) {
    return Decision.yes(new Receipt(cancellations.find(cancellationId).orElseThrow(), false));
  }

  private Optional<Quotation> promise(Request request, Order order) {
    return request.basis() instanceof Basis.Consent consent
        ? refunds.find(request.actor(), order, consent.quotationId())
        : Optional.empty();
  }

  /** The latest cancellation that already has everything that is asked for. */
  private Optional<Cancellation> winner(Order order, List<Ask> asks) {
    return Receiving.contested(order, asks).stream()
        .map(cancellations::find)
        .flatMap(Optional::stream)
        .filter(holder -> Receiving.covers(holder, asks))
        .max(Comparator.comparing(Cancellation::id));
  }

  /** A promise that no longer is what would be paid binds nobody: it is asked again. */
  private Optional<Finding> stale(
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

  private Verdict judge(Actor actor, Order order, List<Ask> asks, Instant at) {
    return eligibility.judge(actor, order, asks, payments.states(actor, order), at);
  }

  private static ReasonCode reviewReason(Verdict verdict) {
    return verdict.lines().stream()
        .map(org.countermand.eligibility.model.LineVerdict::findings)
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

  /** Whether the actor may ask at all, for ways in that want to know before they show a form. */
  public boolean may(Actor actor, Order order) {
    return may(actor, order.shop(), order.id());
  }

  private static boolean may(Actor actor, String shop, UUID orderId) {
    return Access.refusal(actor, Action.REQUEST_CANCELLATION, new Access.Subject(shop, orderId))
        .isEmpty();
  }
}
