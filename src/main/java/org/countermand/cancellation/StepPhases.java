package org.countermand.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Command;
import org.countermand.cancellation.model.Ending;
import org.countermand.cancellation.model.JournalEntry;
import org.countermand.cancellation.model.Pacing;
import org.countermand.cancellation.model.PayoutFacts;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.Step;
import org.countermand.cancellation.model.StepKind;
import org.countermand.cancellation.model.StepState;
import org.countermand.cancellation.model.Stepping;
import org.countermand.cancellation.model.Work;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.JournalRepository;
import org.countermand.cancellation.store.StepRepository;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.LogisticsService;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldStatus;
import org.countermand.order.OrderService;
import org.countermand.order.model.Order;
import org.countermand.outbox.model.EventType;
import org.countermand.payment.PaymentService;
import org.countermand.payment.PayoutService;
import org.countermand.payment.model.Begun;
import org.countermand.payment.model.Capabilities;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.RefundPart;
import org.countermand.platform.Node;
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;

/**
 * The two transactions around every call to the outside: the first writes down who is about to call
 * what under which key, the second what came of it, if the attempt is still the current one. The
 * second of one call is the first of the next: it claims the step that may run then.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class StepPhases {

  private static final Actor RUNNER = new Actor.System("step-runner");
  private static final Duration PAYMENT_PAUSE = Duration.ofSeconds(30);
  private static final int MANY_TRIES = 12;

  /** What a part that is not begun may wait for; the step's note says which. */
  private static final Set<ReasonCode> NOT_NOW =
      EnumSet.of(
          ReasonCode.PAYMENT_PENDING,
          ReasonCode.PAYMENT_DISPUTED,
          ReasonCode.PAYMENT_CHANGED,
          ReasonCode.REFUNDED_ELSEWHERE);

  @Inject private CancellationRepository cancellations;
  @Inject private StepRepository steps;
  @Inject private JournalRepository journal;
  @Inject private TransitionService transitions;
  @Inject private PlanService plans;
  @Inject private OrderService orders;
  @Inject private PaymentService payments;
  @Inject private PayoutService payouts;
  @Inject private LogisticsService logistics;
  @Inject private RefundService refunds;
  @Inject private Pacing pacing;
  @Inject private Clock clock;
  @Inject private Node node;

  /** Claims the first open step of a plan, if it may run now and nobody alive is at it. */
  public Optional<Work> claim(UUID cancellationId) {
    Instant now = clock.instant();
    Optional<Step> free = steps.claimable(cancellationId, now);
    if (free.isEmpty()) {
      return Optional.empty();
    }
    Cancellation cancellation = cancellations.find(cancellationId).orElseThrow();
    if (cancellation.state() == State.CONFIRMED) {
      // Until the warehouse is asked the requester may take it back, perhaps at this very moment.
      cancellation = cancellations.lock(cancellationId).orElseThrow();
    }
    if (cancellation.state().terminal()) {
      return Optional.empty();
    }
    Work work = take(free.get(), cancellation.orderId(), now);
    if (cancellation.state() == State.CONFIRMED) {
      transitions.mustWalk(RUNNER, cancellation, new Command.AskForHold(), now);
    }
    return Optional.of(work);
  }

  private Work take(Step free, UUID orderId, Instant now) {
    boolean look = free.state() != StepState.PENDING;
    Step step =
        look
            ? Stepping.looking(free, now, pacing)
            : Stepping.calling(free, Ids.next(), now, pacing);
    Work work = new Work(step, orderId, look);
    String phase = look ? "LOOKING" : "CALLING";
    steps.save(step, node.number(), entry(work, phase, "", step.kind().name(), now));
    return work;
  }

  /**
   * Begins a refund part with what the gateway said of the payment just now, and what it can do.
   */
  public Begun begin(Work work, PaymentSnapshot snapshot, Capabilities able) {
    Instant now = clock.instant();
    Cancellation cancellation = cancellations.lock(work.step().cancellationId()).orElseThrow();
    if (!current(work)) {
      return new Begun.NotNow(ReasonCode.OUTCOME_UNCERTAIN);
    }
    UUID part = work.step().subjectId();
    Begun begun = payments.begin(RUNNER, part, work.key(), snapshot, able, now);
    if (begun instanceof Begun.Divided divided) {
      plans.reimburse(RUNNER, cancellation, divided.rest(), now);
      begun = payments.begin(RUNNER, part, work.key(), snapshot, able, now);
    }
    return begun(work, cancellation, begun, now);
  }

  /** Gives a refund part back onto the card of our own ledger that it was paid with. */
  public void restore(Work work) {
    Instant now = clock.instant();
    Cancellation cancellation = cancellations.lock(work.step().cancellationId()).orElseThrow();
    if (current(work)) {
      begun(work, cancellation, payments.restore(RUNNER, work.step().subjectId(), now), now);
    }
  }

  private Begun begun(Work work, Cancellation cancellation, Begun begun, Instant now) {
    String waits = begun instanceof Begun.NotNow not ? not.why().name() : "";
    NOT_NOW.stream()
        .filter(why -> why.name().equals(work.step().note()) && !why.name().equals(waits))
        .forEach(why -> transitions.needNoPerson(RUNNER, cancellation, why, now));
    if (begun instanceof Begun.Done) {
      save(work, Stepping.after(work.step(), new Ending.Done<>(begun), now, pacing), now, "DONE");
      finish(cancellation, now);
    } else if (begun instanceof Begun.NotNow not) {
      Step later = Stepping.afresh(work.step(), now.plus(PAYMENT_PAUSE), pacing, not.why().name());
      save(work, later, now, not.why().name());
      WorkItem.NextAction next =
          not.why() == ReasonCode.REFUNDED_ELSEWHERE
              ? WorkItem.NextAction.COMPARE_REFUNDS
              : WorkItem.NextAction.ASK_GATEWAY;
      transitions.needPerson(RUNNER, cancellation, not.why(), next, now);
    }
    return begun;
  }

  /** Writes down what came of asking a warehouse for a hold; gives what to do next. */
  public Optional<Work> held(Work work, Ending<HoldAnswer> ending) {
    Instant now = clock.instant();
    Order order = orders.lock(RUNNER, work.orderId()).orElseThrow();
    Cancellation cancellation = cancellations.lock(work.step().cancellationId()).orElseThrow();
    if (!current(work) || cancellation.state() != State.HOLDING) {
      return Optional.empty();
    }
    if (ending instanceof Ending.Done<HoldAnswer> done) {
      logistics.answered(RUNNER, done.answer(), now);
    }
    if (ending instanceof Ending.Declined) {
      logistics.answered(
          RUNNER, new HoldAnswer(work.step().subjectId(), HoldStatus.REFUSED, List.of()), now);
    }
    Step after = save(work, Stepping.after(work.step(), ending, now, pacing), now, name(ending));
    if (!after.state().over()) {
      patience(cancellation, now);
    } else if (holdsOver(cancellation)) {
      cancellation = plans.answered(RUNNER, cancellation, order, now);
    }
    return goOn(cancellation, now);
  }

  /** Writes down what came of calling a gateway; gives what to do next. */
  public Optional<Work> reimbursed(Work work, Ending<GatewayAnswer> ending) {
    Instant now = clock.instant();
    Cancellation cancellation = cancellations.lock(work.step().cancellationId()).orElseThrow();
    if (!current(work)) {
      return Optional.empty();
    }
    UUID part = work.step().subjectId();
    Step after = Stepping.after(work.step(), ending, now, pacing);
    if (ending instanceof Ending.Done<GatewayAnswer> done) {
      RefundPart before = payments.part(RUNNER, part);
      RefundPart heard = payments.heard(RUNNER, part, done.answer(), now);
      transitions.heard(RUNNER, cancellation, before, heard, now);
    } else if (ending instanceof Ending.Declined<GatewayAnswer> declined) {
      if (declined.finding().code() == ReasonCode.PAYMENT_CHANGED) {
        payments.notDone(RUNNER, part);
        after = changed(work, cancellation, now);
      } else {
        payments.failed(RUNNER, part, now);
        refundFailed(cancellation, part, ReasonCode.GATEWAY_REFUSED, now);
      }
    } else if (ending instanceof Ending.Blind
        || work.step().tries() >= MANY_TRIES
        || Stepping.keyForgotten(work.step(), now, pacing)) {
      transitions.needPerson(
          RUNNER, cancellation, ReasonCode.OUTCOME_UNCERTAIN, WorkItem.NextAction.ASK_GATEWAY, now);
    }
    save(work, after, now, name(ending));
    if (after.state().over()) {
      transitions.needNoPerson(RUNNER, cancellation, ReasonCode.OUTCOME_UNCERTAIN, now);
    }
    return goOn(cancellation, now);
  }

  /**
   * The payment is not what it was when it was read. That is never the end: it is read again, and a
   * person looks where that happens time and again. Another way would pay a second time what
   * somebody has just paid.
   */
  private Step changed(Work work, Cancellation cancellation, Instant now) {
    ReasonCode why = ReasonCode.PAYMENT_CHANGED;
    if (work.step().tries() >= MANY_TRIES) {
      transitions.needPerson(RUNNER, cancellation, why, WorkItem.NextAction.ASK_GATEWAY, now);
    }
    return Stepping.afresh(work.step(), now, pacing, why.name());
  }

  /**
   * Issues the credit document; its number is taken by the last statement before the commit, and
   * the order is locked so that what was documented of it before is known. Asked again, after a
   * death before {@link #issued}, it finds the document that is there.
   */
  public void credited(Work work) {
    Instant now = clock.instant();
    Order order = orders.lock(RUNNER, work.orderId()).orElseThrow();
    Cancellation cancellation = cancellations.lock(work.step().cancellationId()).orElseThrow();
    if (!current(work)) {
      return;
    }
    Quotation promise =
        cancellation.quotationId().flatMap(id -> refunds.find(RUNNER, order, id)).orElseThrow();
    refunds.credit(RUNNER, order, cancellation.id(), promise, now);
  }

  /**
   * Ends the step of the document, and with it a plan that ends there. Both in one transaction: a
   * cancellation with no open step is one that nobody sweeps.
   */
  public Optional<Work> issued(Work work) {
    Instant now = clock.instant();
    Cancellation cancellation = cancellations.lock(work.step().cancellationId()).orElseThrow();
    if (!current(work)) {
      return Optional.empty();
    }
    transitions.documented(RUNNER, cancellation, now);
    Ending<UUID> ending = new Ending.Done<>(work.step().subjectId());
    save(work, Stepping.after(work.step(), ending, now, pacing), now, name(ending));
    return goOn(cancellation, now);
  }

  /** Writes down what came of giving held units back to free stock. */
  public Optional<Work> released(Work work, Ending<HoldAnswer> ending) {
    Instant now = clock.instant();
    Cancellation cancellation = cancellations.lock(work.step().cancellationId()).orElseThrow();
    if (!current(work)) {
      return Optional.empty();
    }
    if (ending instanceof Ending.Done) {
      logistics.restock(RUNNER, work.step().subjectId(), work.orderId(), now);
    } else if (ending instanceof Ending.Declined) {
      transitions.needPerson(
          RUNNER,
          cancellation,
          ReasonCode.WAREHOUSE_REFUSED,
          WorkItem.NextAction.CALL_WAREHOUSE,
          now);
    }
    save(work, Stepping.after(work.step(), ending, now, pacing), now, name(ending));
    return goOn(cancellation, now);
  }

  private void refundFailed(Cancellation cancellation, UUID partId, ReasonCode why, Instant now) {
    transitions.needPerson(RUNNER, cancellation, why, WorkItem.NextAction.REFUND_ANOTHER_WAY, now);
    transitions.tell(
        RUNNER,
        EventType.REFUND_FAILED,
        cancellation,
        PayoutFacts.ofOffer(
            payouts.offered(RUNNER, cancellation.shop(), payments.part(RUNNER, partId))),
        now);
  }

  /** Counted from the first attempt: a request can be years old when it is brought in. */
  private void patience(Cancellation cancellation, Instant now) {
    Optional<Instant> asked =
        journal.ofCancellation(cancellation.id()).stream()
            .map(JournalEntry::at)
            .min(Comparator.naturalOrder());
    if (asked.isPresent() && now.isAfter(asked.get().plus(pacing.patience()))) {
      transitions.needPerson(
          RUNNER,
          cancellation,
          ReasonCode.WAREHOUSE_SILENT,
          WorkItem.NextAction.CALL_WAREHOUSE,
          now);
    }
  }

  private boolean holdsOver(Cancellation cancellation) {
    return steps.ofCancellation(cancellation.id()).stream()
        .filter(step -> step.kind() == StepKind.HOLD)
        .allMatch(step -> step.state().over());
  }

  /** Claims what may run now; where nothing is left open, the plan has ended. */
  private Optional<Work> goOn(Cancellation cancellation, Instant now) {
    Optional<Step> free = steps.claimable(cancellation.id(), now);
    if (free.isEmpty()) {
      finish(cancellation, now);
    }
    return free.map(step -> take(step, cancellation.orderId(), now));
  }

  private boolean planOver(Cancellation cancellation) {
    return steps.ofCancellation(cancellation.id()).stream().allMatch(step -> step.state().over());
  }

  private void finish(Cancellation cancellation, Instant now) {
    if (cancellation.state() == State.EXECUTING && planOver(cancellation)) {
      transitions.mustWalk(RUNNER, cancellation, new Command.Finish(), now);
    }
  }

  /** Whether nobody has taken the step over since it was claimed. */
  private boolean current(Work work) {
    Step now = steps.lock(work.step().id());
    return now.attemptId().equals(work.step().attemptId())
        && now.tries() == work.step().tries()
        && !now.state().over();
  }

  private Step save(Work work, Step after, Instant now, String outcome) {
    return steps.save(after, null, entry(work, "ANSWERED", outcome, after.note(), now));
  }

  private static JournalEntry entry(
      Work work, String phase, String outcome, String detail, Instant now) {
    return new JournalEntry(
        Ids.next(),
        work.step().cancellationId(),
        work.step().id(),
        work.key(),
        work.step().attempt(),
        phase,
        outcome,
        detail,
        now);
  }

  private static String name(Ending<?> ending) {
    return ending.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
  }
}
