package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
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
import org.countermand.cancellation.model.Recorded;
import org.countermand.cancellation.model.Request;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.RequestRepository;
import org.countermand.consent.ConsentService;
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
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;

/** Receives requests: recorded first, then judged, then confirmed where the basis suffices. */
@Stateless
public class RequestService {

  @Inject private CancellationRepository cancellations;
  @Inject private RequestRepository requests;
  @Inject private TransitionService transitions;
  @Inject private JudgementService judgements;
  @Inject private PlanService plans;
  @Inject private OrderService orders;
  @Inject private ConsentService consents;
  @Inject private RefundService refunds;

  /** What is made of a request once it is known to say something. */
  private interface Reception {
    Decision<Receipt> of(Request request, Order order, List<Ask> asks, Optional<Quotation> promise);
  }

  /** Records and judges a request. */
  public Decision<Receipt> request(Request request) {
    return receive(request, this::decide);
  }

  /**
   * Records a request that cannot be judged now, so that it counts from the moment it was made; it
   * is judged later. A quotation that was agreed to is agreed to, whatever it will be worth then.
   */
  public Decision<Receipt> record(Request request) {
    return receive(request, this::keep);
  }

  /** Everything under the order's lock, so that whoever comes second sees the first. */
  private Decision<Receipt> receive(Request request, Reception reception) {
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
    return winner(order, asks)
        .map(winner -> second(request, winner))
        .orElseGet(() -> reception.of(request, order, asks, promise));
  }

  private Decision<Receipt> decide(
      Request request, Order order, List<Ask> asks, Optional<Quotation> promise) {
    Actor actor = request.actor();
    Instant at = request.at();
    Verdict verdict = judgements.judge(actor, order, asks, at);
    Optional<Finding> stale = judgements.stale(actor, order, asks, promise, verdict, at);
    if (stale.isPresent()) {
      return Decision.no(stale.get());
    }
    return consented(request, promise)
        .map(
            given -> {
              Cancellation received = store(request, order, asks, promise);
              transitions.tell(actor, EventType.CANCELLATION_RECEIVED, received, at);
              Command basis = new Command.GiveBasis(request.basis());
              Recorded recorded = new Recorded(received, order, asks, promise);
              return new Receipt(judgements.proceed(actor, recorded, verdict, basis, at), true);
            });
  }

  /** Who asks for the same while it waits to be judged receives what waits. */
  private Decision<Receipt> keep(
      Request request, Order order, List<Ask> asks, Optional<Quotation> promise) {
    Optional<Cancellation> waiting =
        cancellations.ofOrder(order.id()).stream()
            .filter(found -> found.state() == State.RECEIVED && Receiving.covers(found, asks))
            .findFirst();
    if (waiting.isPresent()) {
      return second(request, waiting.get());
    }
    return consented(request, promise)
        .map(
            given -> {
              Cancellation received = store(request, order, asks, promise);
              transitions.acknowledge(request.actor(), received, request.at());
              transitions.needPerson(
                  request.actor(),
                  received,
                  ReasonCode.NOT_JUDGED,
                  WorkItem.NextAction.JUDGE_AGAIN,
                  request.at());
              return new Receipt(received, true);
            });
  }

  /** Records the consent, where the basis is one; there is nothing to record of the others. */
  private Decision<Basis> consented(Request request, Optional<Quotation> promise) {
    return request.basis() instanceof Basis.Consent consent
        ? consents
            .record(
                request.actor(),
                promise.orElseThrow(),
                consent.disclosureDigest(),
                request.locale(),
                request.at())
            .map(recorded -> request.basis())
        : Decision.yes(request.basis());
  }

  /** RECEIVED: stored verbatim, before anything is made of it. */
  private Cancellation store(
      Request request, Order order, List<Ask> asks, Optional<Quotation> promise) {
    Cancellation received =
        Receiving.received(request, order, asks, promise, cancellations.nextNumber());
    if (!cancellations.insert(received, request.basis().text(), promise.map(Quotation::id))) {
      throw new IllegalStateException("The order's lock was not held");
    }
    requests.insert(request, received.id());
    transitions.note(request.actor(), received, "RECEIVED", request.at());
    return received;
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
    Verdict verdict = judgements.judge(actor, order, asks, at);
    Optional<Finding> stale = judgements.stale(actor, order, asks, promise, verdict, at);
    if (stale.isPresent()) {
      return Decision.no(stale.get());
    }
    return consents
        .record(actor, promise.get(), assent.consent().disclosureDigest(), assent.locale(), at)
        .map(
            given -> {
              requests.insert(request, waiting.id());
              Quotation binding = judgements.binding(actor, order, asks, promise, at);
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

  private Optional<Decision<Receipt>> earlier(Request request) {
    Optional<RequestRepository.Earlier> underKey = requests.underKey(request);
    if (underKey.isPresent()) {
      boolean same = underKey.get().digest().equals(RequestRepository.digest(request));
      return Optional.of(
          same
              ? Decision.yes(
                  new Receipt(
                      cancellations.find(underKey.get().cancellationId()).orElseThrow(), false))
              : Decision.no(ReasonCode.IDEMPOTENCY_KEY_REUSED));
    }
    if (request.basis() instanceof Basis.Consent consent) {
      return cancellations
          .askedWith(consent.quotationId())
          .filter(found -> found.orderId().equals(request.orderId()))
          .map(found -> second(request, found));
    }
    return Optional.empty();
  }

  /** Another request has asked for it before: this one is recorded and receives its answer. */
  private Decision<Receipt> second(Request request, Cancellation first) {
    requests.insert(request, first.id());
    return Decision.yes(new Receipt(first, false));
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

  /** Whether the actor may ask at all, for ways in that want to know before they show a form. */
  public boolean may(Actor actor, Order order) {
    return may(actor, order.shop(), order.id());
  }

  private static boolean may(Actor actor, String shop, UUID orderId) {
    return Access.refusal(actor, Action.REQUEST_CANCELLATION, new Access.Subject(shop, orderId))
        .isEmpty();
  }
}
