package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Heard;
import org.countermand.cancellation.model.PayoutFacts;
import org.countermand.cancellation.model.Ready;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.StepRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.LogisticsService;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.outbox.model.EventType;
import org.countermand.payment.PaymentService;
import org.countermand.payment.PayoutService;
import org.countermand.payment.QuestionService;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayNews;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PaymentSnapshot;
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
  @Inject private PayoutService payouts;
  @Inject private QuestionService questions;
  @Inject private LogisticsService logistics;
  @Inject private CancellationRepository cancellations;
  @Inject private StepRepository steps;
  @Inject private TransitionService transitions;
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
    if (payments.note(actor, news, clock.instant())
        && !known(actor, news)
        && questions.put(actor, topic)) {
      heard.fire(new Heard(topic));
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
    PartState before = payments.part(actor, partId).state();
    PartState after = payments.heard(actor, partId, answer, now).state();
    boolean failed = after == PartState.FAILED || after == PartState.REVERSED;
    if (failed && before != after) {
      transitions.needPerson(
          actor,
          cancellation,
          ReasonCode.REFUND_FAILED,
          WorkItem.NextAction.REFUND_ANOTHER_WAY,
          now);
      transitions.tell(
          actor,
          EventType.REFUND_FAILED,
          cancellation,
          PayoutFacts.ofOffer(
              payouts.offered(actor, cancellation.shop(), payments.part(actor, partId))),
          now);
    }
  }

  /** What a gateway says of a payment when asked. */
  public void hear(Actor actor, PaymentSnapshot snapshot) {
    require(actor);
    Optional<TenderAccount> account = payments.seen(actor, snapshot);
    account
        .filter(TenderAccount::capturedAboveCeiling)
        .flatMap(a -> cancellations.ofOrder(a.orderId()).stream().findFirst())
        .ifPresent(
            cancellation ->
                transitions.needPerson(
                    actor,
                    cancellation,
                    ReasonCode.CAPTURED_ABOVE_CEILING,
                    WorkItem.NextAction.REFUND_DIFFERENCE,
                    clock.instant()));
  }

  private static void require(Actor actor) {
    if (Access.refusal(actor, Action.RUN_PROCESS).isPresent()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
