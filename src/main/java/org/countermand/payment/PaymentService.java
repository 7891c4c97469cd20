package org.countermand.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Order;
import org.countermand.payment.model.Begun;
import org.countermand.payment.model.Capabilities;
import org.countermand.payment.model.Compared;
import org.countermand.payment.model.CreditAccount;
import org.countermand.payment.model.CreditEntry;
import org.countermand.payment.model.CreditOpening;
import org.countermand.payment.model.Difference;
import org.countermand.payment.model.Drawn;
import org.countermand.payment.model.Elsewhere;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.GatewayNews;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.PaymentStanding;
import org.countermand.payment.model.PlannedPart;
import org.countermand.payment.model.RefundPart;
import org.countermand.payment.model.RefundTrace;
import org.countermand.payment.model.Seen;
import org.countermand.payment.model.TenderAccount;
import org.countermand.payment.model.TenderState;
import org.countermand.payment.model.Told;
import org.countermand.payment.model.Topic;
import org.countermand.payment.model.Way;
import org.countermand.payment.store.AccountRepository;
import org.countermand.payment.store.CreditRepository;
import org.countermand.payment.store.ElsewhereRepository;
import org.countermand.payment.store.PartRepository;
import org.countermand.payment.store.QuestionRepository;

/** The door to tenders' accounts and the parts drawn on them. */
@Stateless
public class PaymentService {

  @Inject private AccountRepository accounts;
  @Inject private PartRepository parts;
  @Inject private CreditRepository credits;
  @Inject private ElsewhereRepository elsewhere;
  @Inject private QuestionRepository questions;

  /** The accounts of an order's tenders as they stand. */
  public List<TenderAccount> accounts(Actor actor, Order order) {
    require(actor, Action.QUOTE);
    return accounts.ofOrder(order);
  }

  /** Promises amounts for a confirmed cancellation; the caller holds the order's lock. */
  public List<RefundPart> promise(
      Actor actor, UUID cancellationId, Order order, List<PlannedPart> planned) {
    require(actor, Action.REQUEST_CANCELLATION);
    accounts.open(order);
    CreditOpening.of(order).forEach(opening -> credits.open(opening.account()));
    return planned.stream()
        .map(part -> parts.insert(requested(cancellationId, order.id(), part)))
        .toList();
  }

  /** Takes promises back that were not begun. */
  public void unpromise(Actor actor, UUID cancellationId) {
    require(actor, Action.RUN_PROCESS);
    parts.deleteRequested(cancellationId);
  }

  public RefundPart part(Actor actor, UUID partId) {
    require(actor, Action.VIEW_CANCELLATION);
    return parts.find(partId);
  }

  public List<RefundPart> partsOf(Actor actor, UUID cancellationId) {
    require(actor, Action.VIEW_CANCELLATION);
    return parts.ofCancellation(cancellationId);
  }

  /** Parts that the gateway has but has not finished, and that were asked for before a moment. */
  public List<RefundPart> pending(Actor actor, Instant submittedBefore, int limit) {
    require(actor, Action.RUN_PROCESS);
    return parts.pending(submittedBefore, limit);
  }

  /**
   * Begins a part: under the tender's lock, with what the gateway said of the payment just now, it
   * is decided how the amount goes back, the account is charged with it, and the part is submitted.
   */
  public Begun begin(
      Actor actor,
      UUID partId,
      UUID attemptId,
      PaymentSnapshot snapshot,
      Capabilities able,
      Instant at) {
    require(actor, Action.RUN_PROCESS);
    TenderAccount before = accounts.lockOf(partId);
    TenderAccount account = before.seen(snapshot, books(before, snapshot));
    RefundPart part = parts.find(partId);
    Optional<GatewayRefund> there = snapshot.refundOf(partId, part.amount());
    if (there.isPresent()) {
      return adopt(part, account, there.get(), at);
    }
    if (parts.reserved(partId)) {
      return new Begun.Call(call(part, account, attemptId));
    }
    accounts.save(account);
    if (!account.external().equals(before.external())) {
      // Somebody else gave money back. It is counted here; who has to know of it is told when
      // asked.
      questions.put(new Topic(account.gateway(), account.reference(), Optional.empty()), at);
    }
    return switch (account.state()) {
      case PENDING -> new Begun.NotNow(ReasonCode.PAYMENT_PENDING);
      case DISPUTED -> new Begun.NotNow(ReasonCode.PAYMENT_DISPUTED);
      case RELEASED, AUTHORIZED, CAPTURED -> {
        List<Way> ways = account.waysFor(part.amount(), able);
        yield ways.size() == 1
            ? charge(part, account, ways.get(0).kind(), attemptId, at)
            : divide(part, ways);
      }
    };
  }

  /** It was done, though its answer never arrived, or a person thought that it was not. */
  private Begun adopt(RefundPart part, TenderAccount account, GatewayRefund there, Instant at) {
    if (!parts.reserved(part.id())) {
      // A refund of a part that the account is not charged with was counted as somebody else's.
      accounts.save(account.countedElsewhere(part.amount()));
      parts.submit(part.id(), PartKind.REFUND, at);
    }
    return new Begun.There(there.answer());
  }

  private Begun divide(RefundPart part, List<Way> ways) {
    parts.narrow(part.id(), ways.get(0).amount());
    Way rest = ways.get(1);
    PlannedPart planned = new PlannedPart(part.tenderId(), rest.kind(), rest.amount());
    return new Begun.Divided(
        parts.insert(requested(part.cancellationId(), part.orderId(), planned)));
  }

  /**
   * Gives a part back onto the gift card or store credit that it was paid with. Nobody outside is
   * called: that it is done is written down in the very transaction in which it begins.
   */
  public Begun restore(Actor actor, UUID partId, Instant at) {
    require(actor, Action.RUN_PROCESS);
    TenderAccount account = accounts.lockOf(partId);
    RefundPart part = parts.find(partId);
    if (!parts.reserved(partId)) {
      CreditAccount card = credits.ofTender(account.tenderId()).orElseThrow();
      CreditEntry entry =
          CreditEntry.of(
              card, CreditEntry.Kind.RESTORED, partId.toString(), part.amount(), actor.id(), at);
      credits.post(entry);
      accounts.save(account.begun(PartKind.CREDIT, part.amount()));
      parts.settleWithoutCall(partId, PartKind.CREDIT, entry.id().toString(), at);
    }
    return new Begun.Done(PartState.SUCCEEDED);
  }

  /** Which refunds are ours; where there are none, nobody has to be asked. */
  private List<Drawn> books(TenderAccount account, PaymentSnapshot snapshot) {
    return snapshot.refunds().isEmpty() ? List.of() : parts.ofTender(account.tenderId());
  }

  private Begun charge(
      RefundPart part, TenderAccount account, PartKind kind, UUID attemptId, Instant at) {
    if (!account.bears(kind, part.amount())) {
      return new Begun.NotNow(
          account.external().isPositive()
              ? ReasonCode.REFUNDED_ELSEWHERE
              : ReasonCode.PAYMENT_CHANGED);
    }
    accounts.save(account.begun(kind, part.amount()));
    if (!kind.called()) {
      parts.settleWithoutCall(part.id(), kind, account.reference(), at);
      return new Begun.Done(PartState.SUCCEEDED);
    }
    RefundPart submitted = parts.submit(part.id(), kind, at);
    return new Begun.Call(call(submitted, account, attemptId));
  }

  /** The call of a part that was begun before, to look it up. */
  public GatewayCall callOf(Actor actor, UUID partId, UUID attemptId) {
    require(actor, Action.RUN_PROCESS);
    RefundPart part = parts.find(partId);
    return call(part, accounts.find(part.tenderId()), attemptId);
  }

  /** Writes down what the gateway says of a part; older truth never overwrites newer. */
  public RefundPart heard(Actor actor, UUID partId, GatewayAnswer answer, Instant at) {
    require(actor, Action.RUN_PROCESS);
    TenderAccount account = accounts.lockOf(partId);
    RefundPart part = parts.find(partId);
    if (!part.state().mayBecome(answer.state())) {
      return part.tells(answer) ? parts.trace(partId, answer.trace()) : part;
    }
    boolean lost = answer.state() == PartState.FAILED || answer.state() == PartState.REVERSED;
    if (lost && parts.reserved(partId)) {
      accounts.save(account.undone(part.kind(), part.amount()));
    } else if (part.kind() == PartKind.VOID && answer.state() == PartState.SUCCEEDED) {
      accounts.release(part.tenderId());
    }
    return parts.become(partId, answer, !lost, at);
  }

  /** The gateway surely did not do it: the account is freed; the part may be begun again. */
  public void notDone(Actor actor, UUID partId) {
    require(actor, Action.RUN_PROCESS);
    TenderAccount account = accounts.lockOf(partId);
    if (parts.reserved(partId)) {
      RefundPart part = parts.find(partId);
      accounts.save(account.undone(part.kind(), part.amount()));
      parts.unreserve(partId);
    }
  }

  /**
   * A refund that somebody else made on the same tender stands for a part that was not begun.
   *
   * @return false if there is none of exactly its amount that stands for no other
   */
  public boolean countElsewhere(Actor actor, UUID partId, Instant at) {
    require(actor, Action.RUN_PROCESS);
    TenderAccount account = accounts.lockOf(partId);
    RefundPart part = parts.find(partId);
    if (parts.reserved(partId)) {
      return false;
    }
    Optional<String> found = elsewhere.standIn(account.tenderId(), part.amount(), partId);
    found.ifPresent(
        reference -> {
          accounts.save(account.countedElsewhere(part.amount()));
          parts.settleWithoutCall(partId, PartKind.REFUND, reference, at);
        });
    return found.isPresent();
  }

  /** The gateway will never do it. */
  public void failed(Actor actor, UUID partId, Instant at) {
    notDone(actor, partId);
    parts.become(partId, new GatewayAnswer("", PartState.FAILED), false, at);
  }

  /**
   * Writes down what the gateway says of a payment: the account, the refunds that somebody else
   * made, and what of our books it contradicts.
   */
  public Optional<Seen> seen(Actor actor, PaymentSnapshot snapshot, Instant at) {
    require(actor, Action.RUN_PROCESS);
    return accounts
        .byReference(snapshot.reference())
        .map(account -> seen(accounts.lock(account.tenderId()), snapshot, at));
  }

  private Seen seen(TenderAccount account, PaymentSnapshot snapshot, Instant at) {
    List<Drawn> books = books(account, snapshot);
    List<GatewayRefund> fresh =
        Elsewhere.of(snapshot.refunds(), books).stream()
            .filter(refund -> elsewhere.remember(account, refund, at))
            .toList();
    List<Difference> differences =
        snapshot.refunds().stream()
            .flatMap(
                refund ->
                    Difference.of(account.gateway(), refund, Drawn.of(refund, books)).stream())
            .toList();
    return new Seen(accounts.save(account.seen(snapshot, books)), fresh, differences);
  }

  /** Those of some refunds that say more of our parts than we know, each with its part. */
  public List<Compared.Pair> newer(Actor actor, String gateway, List<GatewayRefund> refunds) {
    require(actor, Action.RUN_PROCESS);
    return refunds.isEmpty()
        ? List.of()
        : parts.standingFor(gateway, refunds).stream()
            .flatMap(drawn -> drawn.newest(refunds).stream())
            .toList();
  }

  /** The part, where the id may be anybody's. */
  public Optional<RefundPart> known(Actor actor, UUID partId) {
    require(actor, Action.RUN_PROCESS);
    return parts.known(partId);
  }

  /** Whether there is such a part. */
  public boolean knows(Actor actor, UUID partId) {
    require(actor, Action.RUN_PROCESS);
    return parts.known(partId).isPresent();
  }

  /** Whether a message says only what is known; there is nothing to ask about it then. */
  public boolean knows(Actor actor, GatewayNews news) {
    require(actor, Action.RUN_PROCESS);
    if (news.told() instanceof Told.Part told) {
      return news.partId().flatMap(parts::known).filter(part -> part.knows(told)).isPresent();
    }
    return news.told() instanceof Told.Payment told
        && accounts
            .byReference(news.reference())
            .filter(account -> account.state() == told.state())
            .filter(account -> account.captured().minor() == told.captured())
            .filter(account -> account.givenBack().minor() >= told.refunded())
            .isPresent();
  }

  /** Opens the account of a payment of ours that money was given back of by somebody else. */
  public void open(Actor actor, Topic topic) {
    require(actor, Action.RUN_PROCESS);
    accounts.open(topic.gateway(), topic.reference());
  }

  /** The account of a payment, if anything was ever drawn on it. */
  public Optional<TenderAccount> accountOf(Actor actor, String reference) {
    require(actor, Action.RUN_PROCESS);
    return accounts.byReference(reference);
  }

  /** Notes a message of a gateway; false if it was noted before. */
  public boolean note(Actor actor, GatewayNews news, Instant at) {
    require(actor, Action.RUN_PROCESS);
    return accounts.note(news, at);
  }

  private static RefundPart requested(UUID cancellationId, UUID orderId, PlannedPart part) {
    return new RefundPart(
        Ids.next(),
        cancellationId,
        orderId,
        part.tenderId(),
        part.kind(),
        PartState.REQUESTED,
        part.amount(),
        "",
        null,
        null,
        RefundTrace.NONE);
  }

  private static GatewayCall call(RefundPart part, TenderAccount account, UUID attemptId) {
    return new GatewayCall(
        attemptId, part.id(), account.gateway(), account.reference(), part.kind(), part.amount());
  }

  private static void require(Actor actor, Action action) {
    if (!actor.permissions().contains(action)) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }

  /** How an order's payments stand, and what is left on cards bought with it, for eligibility. */
  public PaymentStanding standing(Actor actor, Order order) {
    return PaymentStanding.of(
        order, states(actor, order), card -> credits.find(order.shop(), card));
  }

  /**
   * As {@link #standing}, with the cards locked until the transaction ends, so that nobody spends
   * what is about to be taken back. The caller holds the order's lock.
   */
  public PaymentStanding lock(Actor actor, Order order) {
    return PaymentStanding.of(
        order, states(actor, order), card -> credits.lock(order.shop(), card));
  }

  private Set<TenderState> states(Actor actor, Order order) {
    Set<TenderState> states = EnumSet.noneOf(TenderState.class);
    accounts(actor, order).forEach(account -> states.add(account.state()));
    return states;
  }
}
