package org.countermand.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Order;
import org.countermand.payment.model.AccountNumbers;
import org.countermand.payment.model.Beneficiary;
import org.countermand.payment.model.Choice;
import org.countermand.payment.model.CreditAccount;
import org.countermand.payment.model.CreditEntry;
import org.countermand.payment.model.CreditKind;
import org.countermand.payment.model.Errand;
import org.countermand.payment.model.Offering;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutAnswer;
import org.countermand.payment.model.PayoutCall;
import org.countermand.payment.model.PayoutMethod;
import org.countermand.payment.model.PayoutNews;
import org.countermand.payment.model.PayoutPacing;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.PayoutWork;
import org.countermand.payment.model.RefundPart;
import org.countermand.payment.store.AccountRepository;
import org.countermand.payment.store.BeneficiaryRepository;
import org.countermand.payment.store.CreditRepository;
import org.countermand.payment.store.PartRepository;
import org.countermand.payment.store.PayoutRepository;
import org.countermand.platform.Node;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The door to payouts: the other ways of refunds that failed. */
@Stateless
public class PayoutService {

  private static final int LISTED = 100;

  /** How long an account is kept after its payout was decided, for questions about it. */
  private static final Duration KEPT = Duration.ofDays(60);

  @Inject private PayoutRepository payouts;
  @Inject private BeneficiaryRepository beneficiaries;
  @Inject private PartRepository parts;
  @Inject private AccountRepository accounts;
  @Inject private AccountNumbers numbers;
  @Inject private BankRunner banks;
  @Inject private CreditRepository credits;
  @Inject private PayoutPacing pacing;
  @Inject private Clock clock;
  @Inject private Node node;

  /** Shops where credit can be spent: only their buyers are asked whether they want any. */
  @Inject
  @ConfigProperty(name = "countermand.credit.shops")
  private Optional<List<String>> creditShops;

  /** All of a cancellation, the oldest first. */
  public List<Payout> ofCancellation(Actor actor, UUID cancellationId) {
    require(actor, Action.VIEW_CANCELLATION);
    return payouts.ofCancellation(cancellationId);
  }

  public Optional<Payout> find(Actor actor, UUID id) {
    return may(actor, Action.LIST_PAYOUTS) ? payouts.find(id) : Optional.empty();
  }

  /** Those of the actor's shop that wait for a decision, then those that were decided last. */
  public List<Payout> list(Actor actor) {
    require(actor, Action.LIST_PAYOUTS);
    return Stream.concat(
            payouts.undecided(actor.shop(), LISTED).stream(),
            payouts.decided(actor.shop(), LISTED).stream())
        .toList();
  }

  /** The payout that stands for a part, whatever its state. */
  public Optional<Payout> standing(Actor actor, UUID partId) {
    require(actor, Action.VIEW_CANCELLATION);
    return payouts.standing(partId);
  }

  /** The ways that are open for a part of a shop's order now; none as long as one stands. */
  public Set<PayoutMethod> offered(Actor actor, String shop, RefundPart part) {
    require(actor, Action.VIEW_CANCELLATION);
    Set<PayoutMethod> ways = EnumSet.noneOf(PayoutMethod.class);
    boolean open =
        Offering.refusal(part, accounts.find(part.tenderId())).isEmpty()
            && payouts.standing(part.id()).isEmpty();
    if (open && transferRefusal(part).isEmpty()) {
      ways.add(PayoutMethod.BANK_TRANSFER);
    }
    if (open && creditRefusal(shop, part).isEmpty()) {
      ways.add(PayoutMethod.STORE_CREDIT);
    }
    return ways;
  }

  /**
   * Notes what was chosen; the caller holds the lock of the part's cancellation. Of two that are
   * chosen at once for one part the database takes one.
   *
   * @return the payout; else why there is no such way, every finding about the account, or {@code
   *     PAYOUT_STANDS}
   */
  public Decision<Payout> choose(Actor actor, Order order, Choice choice, Instant at) {
    require(actor, Action.CHOOSE_PAYOUT);
    RefundPart part = parts.find(choice.partId());
    Optional<Finding> refusal = Offering.refusal(part, accounts.lock(part.tenderId()));
    if (refusal.isPresent()) {
      return Decision.no(refusal.get());
    }
    return switch (choice.method()) {
      case BANK_TRANSFER -> transfer(actor, order, part, choice, at);
      case STORE_CREDIT -> credit(actor, order, part, choice.assent(), at);
    };
  }

  private Decision<Payout> transfer(
      Actor actor, Order order, RefundPart part, Choice choice, Instant at) {
    Optional<Finding> refusal = transferRefusal(part);
    if (refusal.isPresent()) {
      return Decision.no(refusal.get());
    }
    return Beneficiary.of(choice.holder(), choice.iban(), numbers)
        .then(
            account -> {
              boolean sameName = account.isNamed(order.buyer().name());
              Payout payout =
                  chosen(actor, order, part, choice.method(), sameName, account.tail(), at);
              if (!payouts.insert(payout, "")) {
                return Decision.no(ReasonCode.PAYOUT_STANDS);
              }
              beneficiaries.insert(payout.id(), account);
              return Decision.yes(payout);
            });
  }

  /** Granted in this transaction: the entry's subject is the payout, and of one there is one. */
  private Decision<Payout> credit(
      Actor actor, Order order, RefundPart part, String assent, Instant at) {
    Optional<Finding> refusal = creditRefusal(order.shop(), part);
    if (refusal.isPresent()) {
      return Decision.no(refusal.get());
    }
    if (assent.isBlank()) {
      return Decision.no(ReasonCode.CONSENT_MISSING);
    }
    Payout wanted = chosen(actor, order, part, PayoutMethod.STORE_CREDIT, true, "", at);
    String number = "SC-" + PayoutCall.plain(wanted.id());
    return wanted
        .granted(number, at)
        .then(
            granted -> {
              if (!payouts.insert(granted, assent)) {
                return Decision.no(ReasonCode.PAYOUT_STANDS);
              }
              CreditAccount account =
                  credits.open(
                      new CreditAccount(
                          Ids.next(),
                          order.shop(),
                          CreditKind.STORE_CREDIT,
                          number,
                          part.amount().currency()));
              boolean booked =
                  credits.post(
                      CreditEntry.of(
                          account,
                          CreditEntry.Kind.GRANTED,
                          granted.id().toString(),
                          part.amount(),
                          actor.id(),
                          at));
              if (!booked) {
                throw new IllegalStateException("Credit is granted already for " + granted.id());
              }
              return Decision.yes(granted);
            });
  }

  private Optional<Finding> creditRefusal(String shop, RefundPart part) {
    return Offering.creditRefusal(part, creditShops.orElse(List.of()).contains(shop));
  }

  private Optional<Finding> transferRefusal(RefundPart part) {
    return Offering.transferRefusal(
        part, beneficiaries.ready() && banks.paysOut(part.amount().currency()));
  }

  /** Approves one that waits; from then on it is on its way to the bank. */
  public Decision<Payout> approve(Actor actor, UUID id, Instant at) {
    require(actor, Action.DECIDE_PAYOUT);
    return locked(id)
        .then(
            waiting -> {
              RefundPart part = parts.find(waiting.partId());
              Optional<Finding> refusal = Offering.refusal(part, accounts.lock(part.tenderId()));
              return refusal.isPresent()
                  ? Decision.no(refusal.get())
                  : waiting.approvedBy(actor.id(), at);
            })
        .map(approved -> decided(approved, clock.instant()));
  }

  /** Rejects one that waits, with a reason that the buyer is told. */
  public Decision<Payout> reject(Actor actor, UUID id, String reason, Instant at) {
    require(actor, Action.DECIDE_PAYOUT);
    return locked(id)
        .then(waiting -> waiting.rejectedBy(actor.id(), reason, at))
        .map(rejected -> decided(rejected, null));
  }

  private Payout decided(Payout payout, @Nullable Instant dueAt) {
    payouts.saveDecision(payout, dueAt);
    return payout;
  }

  private Decision<Payout> locked(UUID id) {
    return payouts
        .lock(id)
        .<Decision<Payout>>map(Decision::yes)
        .orElseGet(() -> Decision.no(ReasonCode.NOT_FOUND));
  }

  /** Payouts that may go on now and that nobody alive is at. */
  public List<UUID> waiting(Actor actor, int limit) {
    require(actor, Action.RUN_PROCESS);
    return payouts.waiting(clock.instant(), limit);
  }

  /** Takes a payout for this node: the attempt is written down before the bank is called. */
  public Optional<PayoutWork> claim(Actor actor, UUID id) {
    require(actor, Action.RUN_PROCESS);
    Instant now = clock.instant();
    return payouts
        .claimable(id, now)
        .map(
            free -> {
              Errand claimed = free.claimed(Ids.next(), now, pacing);
              String phase = free.look() ? "LOOKING" : "CALLING";
              payouts.save(claimed, node.number(), phase, "", "", now);
              return new PayoutWork(claimed, free.look());
            });
  }

  /**
   * The order to the bank.
   *
   * @return nothing where nobody knows any more whose account it was
   * @throws IllegalStateException if what is known of the account does not open
   */
  public Optional<PayoutCall> call(Actor actor, PayoutWork work, String purpose) {
    require(actor, Action.RUN_PROCESS);
    Payout payout = work.payout();
    Instant begun = work.errand().attemptedAt();
    return beneficiaries
        .find(payout.id())
        .map(
            account ->
                new PayoutCall(
                    work.key(),
                    payout.id(),
                    payout.amount(),
                    account,
                    purpose,
                    begun == null ? clock.instant() : begun));
  }

  /** Writes down what came of it; nothing if somebody else has claimed it since. */
  public Optional<PayoutNews> heard(
      Actor actor, PayoutWork work, Outcome<Optional<PayoutAnswer>> outcome) {
    require(actor, Action.RUN_PROCESS);
    Instant now = clock.instant();
    return payouts
        .current(work)
        .map(
            mine -> {
              Errand after = mine.after(outcome, work.look(), now, pacing);
              String name = outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT);
              payouts.save(after, null, "ANSWERED", name, after.note(), now);
              return new PayoutNews(
                  mine.payout().state(), after.payout(), after.uncertain(now, pacing));
            });
  }

  /** Forgets whose account it was; the payout stays. False if that was forgotten before. */
  public boolean forget(Actor actor, UUID id) {
    require(actor, Action.RUN_PROCESS);
    return beneficiaries.delete(id);
  }

  /** Forgets the accounts of payouts that nothing comes of any more; gives how many. */
  public int forgetOver(Actor actor) {
    require(actor, Action.RUN_PROCESS);
    return beneficiaries.deleteOver(clock.instant().minus(KEPT));
  }

  private static Payout chosen(
      Actor actor,
      Order order,
      RefundPart part,
      PayoutMethod method,
      boolean sameName,
      String tail,
      Instant at) {
    return new Payout(
        Ids.next(),
        part.id(),
        part.cancellationId(),
        part.orderId(),
        order.shop(),
        method,
        PayoutState.CHOSEN,
        part.amount(),
        sameName,
        tail,
        actor.id(),
        at,
        "",
        null,
        Optional.empty(),
        "",
        null);
  }

  private static boolean may(Actor actor, Action action) {
    return actor.permissions().contains(action);
  }

  private static void require(Actor actor, Action action) {
    if (!may(actor, action)) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
