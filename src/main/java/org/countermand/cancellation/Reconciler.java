package org.countermand.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Outcome;
import org.countermand.payment.PaymentRunner;
import org.countermand.payment.PaymentService;
import org.countermand.payment.PayoutService;
import org.countermand.payment.QuestionService;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.RefundPart;
import org.countermand.payment.model.Topic;

/**
 * Sweeps what a nudge missed: plans whose runner died or whose time has come, questions that no
 * gateway has answered, payouts on their way, requests that could only be recorded, quotations that
 * lapsed, and refunds that the gateway has not finished and told nothing of.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class Reconciler {

  private static final Actor SELF = new Actor.System("reconciler");
  private static final int BATCH = 200;
  private static final int FEW = 50;
  private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

  @Inject private Sweeping sweeping;
  @Inject private StepRunner runner;
  @Inject private PaymentService payments;
  @Inject private PaymentRunner gateways;
  @Inject private JudgementRunner judgements;
  @Inject private NewsService news;
  @Inject private NewsRunner asking;
  @Inject private QuestionService questions;
  @Inject private PayoutService payouts;
  @Inject private PayoutRunner paying;
  @Inject private Clock clock;

  /** Hands waiting plans, questions and payouts to their runners; gives how many there were. */
  public int sweep() {
    List<UUID> waiting = sweeping.waiting(BATCH);
    waiting.forEach(runner::submit);
    List<Topic> unasked = questions.waiting(SELF, BATCH);
    unasked.forEach(asking::submit);
    List<UUID> unpaid = payouts.waiting(SELF, BATCH);
    unpaid.forEach(paying::submit);
    return waiting.size() + unasked.size() + unpaid.size();
  }

  /** Runs everything that can run, in this thread, until nothing is left to do now. */
  public int drain() {
    int ran = 0;
    List<UUID> waiting = sweeping.waiting(BATCH);
    while (!waiting.isEmpty()) {
      waiting.forEach(runner::run);
      ran += waiting.size();
      waiting = sweeping.waiting(BATCH);
    }
    return ran;
  }

  /** Lets quotations lapse that nobody agreed to. */
  public void lapse() {
    sweeping.lapsed(BATCH).forEach(sweeping::lapse);
  }

  /** Judges what could only be recorded, as long as some of it can be judged. */
  public void judge() {
    while (sweeping.unjudged(FEW).stream().filter(this::judged).count() > 0) {
      // There may be more of them than are taken at once.
    }
  }

  private boolean judged(UUID cancellationId) {
    return judgements.judge(SELF, cancellationId, clock.instant()) instanceof Decision.Accepted<?>;
  }

  /** Forgets bank accounts that nobody needs any more. */
  public void forget() {
    payouts.forgetOver(SELF);
  }

  /** Asks gateways for refunds that have been pending for long. */
  public void poll() {
    for (RefundPart part : payments.pending(SELF, clock.instant().minus(ASK_AGAIN), BATCH)) {
      GatewayCall call = payments.callOf(SELF, part.id(), part.id());
      if (gateways.find(call) instanceof Outcome.Settled<Optional<GatewayAnswer>> settled) {
        settled.value().ifPresent(answer -> news.hear(SELF, part.id(), answer));
      }
    }
  }
}
