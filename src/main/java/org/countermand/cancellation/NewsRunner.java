package org.countermand.cancellation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.cancellation.model.Heard;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Outcome;
import org.countermand.payment.PaymentRunner;
import org.countermand.payment.PaymentService;
import org.countermand.payment.QuestionService;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.Question;
import org.countermand.payment.model.TenderAccount;
import org.countermand.payment.model.Topic;

/**
 * Asks the gateway what is true about what it told, outside every transaction. The nudge after the
 * commit makes it quick, the question in the database makes it sure: the sweep finds what a node
 * that died has left, and what no gateway would answer.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class NewsRunner {

  private static final Logger LOG = Logger.getLogger(NewsRunner.class.getName());
  private static final Actor SELF = new Actor.System("news");

  @Resource(lookup = "concurrent/countermand")
  private ManagedExecutorService executor;

  @Inject private NewsService news;
  @Inject private QuestionService questions;
  @Inject private PaymentService payments;
  @Inject private PaymentRunner gateways;

  void heard(@Observes(during = TransactionPhase.AFTER_SUCCESS) Heard heard) {
    submit(heard.topic());
  }

  /** Asks soon, on another thread; if there is no room the sweep will find it. */
  public void submit(Topic topic) {
    try {
      executor.submit(() -> ask(topic));
    } catch (RejectedExecutionException full) {
      LOG.log(Level.FINE, "No room to ask about {0} now", topic.reference());
    }
  }

  /** Asks until the answer is not older than what was told. */
  public void ask(Topic topic) {
    try {
      Optional<Question> question = questions.claim(SELF, topic);
      while (question.isPresent()) {
        if (answers(topic)) {
          questions.answered(SELF, question.get());
        } else {
          questions.postponed(SELF, question.get());
        }
        question = questions.claim(SELF, topic);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Stopped asking about " + topic.reference() + "; swept later", e);
    }
  }

  /**
   * Whether everything that was asked has an answer, and it is written down. A payment is read with
   * its refunds, so a part is looked up only where that does not tell of it.
   */
  private boolean answers(Topic topic) {
    try {
      Optional<Outcome<PaymentSnapshot>> seen =
          payments.accountOf(SELF, topic.reference()).map(account -> payment(topic, account));
      boolean told = seen.filter(outcome -> tells(outcome, topic)).isPresent();
      boolean part = told || topic.partId().filter(this::known).map(this::part).orElse(true);
      return part && seen.map(NewsRunner::isAnswer).orElse(true);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The answer about " + topic.reference() + " was not taken", e);
      return false;
    }
  }

  private static boolean tells(Outcome<PaymentSnapshot> seen, Topic topic) {
    return seen instanceof Outcome.Settled<PaymentSnapshot> settled
        && topic.partId().isPresent()
        && settled.value().refunds().stream()
            .anyMatch(refund -> refund.partId().equals(topic.partId()));
  }

  private boolean known(UUID partId) {
    return payments.knows(SELF, partId);
  }

  private boolean part(UUID partId) {
    Outcome<Optional<GatewayAnswer>> found = gateways.find(payments.callOf(SELF, partId, partId));
    if (found instanceof Outcome.Settled<Optional<GatewayAnswer>> settled) {
      settled.value().ifPresent(answer -> news.hear(SELF, partId, answer));
    }
    return isAnswer(found);
  }

  private Outcome<PaymentSnapshot> payment(Topic topic, TenderAccount account) {
    String currency = account.authorized().currency().getCurrencyCode();
    Outcome<PaymentSnapshot> seen = gateways.read(topic.gateway(), topic.reference(), currency);
    if (seen instanceof Outcome.Settled<PaymentSnapshot> settled) {
      // Parts first, each under its cancellation's lock; then what is left is really different.
      payments
          .newer(SELF, topic.gateway(), settled.value().refunds())
          .forEach(pair -> news.hear(SELF, pair.part().id(), pair.refund().answer()));
      news.hear(SELF, settled.value());
    }
    return seen;
  }

  /** Where asking again will not help, there is nothing to wait for. */
  private static boolean isAnswer(Outcome<?> outcome) {
    return outcome instanceof Outcome.Settled || outcome instanceof Outcome.Refused;
  }
}
