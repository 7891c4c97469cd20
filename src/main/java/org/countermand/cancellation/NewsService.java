package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.audit.AuditService;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Heard;
import org.countermand.cancellation.model.Ready;
import org.countermand.cancellation.model.Telling;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.StepRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.LogisticsService;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.payment.PaymentService;
import org.countermand.payment.QuestionService;
import org.countermand.payment.ReconciliationService;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayNews;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.RefundPart;
import org.countermand.payment.model.Seen;
import org.countermand.payment.model.TenderAccount;
import org.countermand.payment.model.Told;
import org.countermand.payment.model.Topic;

/**
 * The door for what the outside tells by itself. A message is a hint and never the truth: it only
 * makes us ask sooner, so late, repeated, shuffled or forged ones do no harm.
 */
@Stateless
public class NewsService {

  @Inject private PaymentService payments;
  @Inject private QuestionService questions;
  @Inject private LogisticsService logistics;
  @Inject private CancellationRepository cancellations;
  @Inject private StepRepository steps;
  @Inject private TransitionService transitions;
  @Inject private ReconciliationService reconciliations;
  @Inject private ComparisonService comparisons;
  @Inject private AuditService audit;
  @Inject private Event<Ready> ready;
  @Inject private Event<Heard> heard;
  @Inject private Clock clock;

  /**
   * A gateway says that something happened; what it is about is asked for after the commit. That it
   * has to be asked is written down with the message, because the gateway will not tell it again.
   */
  public void hear(Actor actor, GatewayNews news) {
    require(actor);
    Topic topic = Topic.of(news);
    if (payments.note(actor, news, clock.instant()) && !known(actor, news)) {
      if (news.tellsOfRefund() && isOfOthers(actor, news)) {
        // It may be of an order that nothing was cancelled of; what remains of it is less now.
        payments.open(actor, topic);
      }
      if (questions.put(actor, topic)) {
        heard.fire(new Heard(topic));
      }
    }
  }

  /**
   * Whether it says only what we know, or what a call that is under way is answered anyway: whoever
   * makes it writes the answer down, and whoever takes over from him looks it up.
   */
  private boolean known(Actor actor, GatewayNews news) {
    return payments.knows(actor, news)
        || (news.told() instanceof Told.Part told
            && told.made()
            && news.partId().filter(steps::underWay).isPresent());
  }

  private boolean isOfOthers(Actor actor, GatewayNews news) {
    return news.partId().filter(part -> payments.knows(actor, part)).isEmpty();
  }

  /** A warehouse says that it has answered; the plan is run, which asks it. */
  public void hear(Actor actor, HoldAnswer answer) {
    require(actor);
    logistics
        .cancellationOf(actor, answer.id())
        .ifPresent(
            id -> {
              steps.hasten(answer.id(), clock.instant());
              ready.fire(new Ready(id));
            });
  }

  /** What a gateway says of one of our parts when asked. */
  public void hear(Actor actor, UUID partId, GatewayAnswer answer) {
    require(actor);
    Instant now = clock.instant();
    // Several messages tell of one failure; who comes second under the lock finds it told.
    Cancellation cancellation =
        cancellations.lock(payments.part(actor, partId).cancellationId()).orElseThrow();
    RefundPart before = payments.part(actor, partId);
    RefundPart after = payments.heard(actor, partId, answer, now);
    transitions.heard(actor, cancellation, before, after, now);
  }

  /** What a gateway says of a payment when asked. */
  public void hear(Actor actor, PaymentSnapshot snapshot) {
    require(actor);
    Instant now = clock.instant();
    Optional<Seen> seen = payments.seen(actor, snapshot, now);
    seen.map(Seen::account)
        .filter(TenderAccount::capturedAboveCeiling)
        .flatMap(a -> cancellations.ofOrder(a.orderId()).stream().findFirst())
        .ifPresent(
            cancellation ->
                transitions.needPerson(
                    actor,
                    cancellation,
                    ReasonCode.CAPTURED_ABOVE_CEILING,
                    WorkItem.NextAction.REFUND_DIFFERENCE,
                    now));
    seen.filter(look -> !look.fresh().isEmpty())
        .ifPresent(look -> refundedElsewhere(actor, look, now));
    seen.ifPresent(look -> disagree(actor, look, now));
  }

  /** What the gateway says of our parts and our books do not, and what they now agree on. */
  private void disagree(Actor actor, Seen seen, Instant now) {
    TenderAccount account = seen.account();
    List<UUID> settled =
        reconciliations.looked(
            actor, account.gateway(), account.reference(), seen.differences(), now);
    comparisons.differ(actor, seen.differences());
    comparisons.agree(actor, settled);
  }

  /** Somebody gave money back without us: it stands in the record, and whom it concerns is told. */
  private void refundedElsewhere(Actor actor, Seen seen, Instant now) {
    TenderAccount account = seen.account();
    seen.fresh()
        .forEach(refund -> audit.append(actor, Telling.elsewhere(actor, account, refund, now)));
    cancellations.ofOrder(account.orderId()).stream()
        .filter(
            cancellation ->
                cancellation.concernedBy(
                    account.tenderId(), payments.partsOf(actor, cancellation.id())))
        .forEach(
            cancellation ->
                transitions.needPerson(
                    actor,
                    cancellation,
                    ReasonCode.REFUNDED_ELSEWHERE,
                    WorkItem.NextAction.COMPARE_REFUNDS,
                    now));
  }

  private static void require(Actor actor) {
    if (Access.refusal(actor, Action.RUN_PROCESS).isPresent()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
