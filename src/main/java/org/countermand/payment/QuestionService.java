package org.countermand.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.payment.model.Question;
import org.countermand.payment.model.Topic;
import org.countermand.payment.store.AccountRepository;
import org.countermand.payment.store.PartRepository;
import org.countermand.payment.store.QuestionRepository;
import org.countermand.platform.Node;

/**
 * The door to what gateways have to be asked. A question is put with the message that gives rise to
 * it, in one transaction, and stands until it is answered: whoever dies in between, it is asked.
 */
@Stateless
public class QuestionService {

  @Inject private QuestionRepository questions;
  @Inject private AccountRepository accounts;
  @Inject private PartRepository parts;
  @Inject private Clock clock;
  @Inject private Node node;

  /**
   * Puts a question, in the caller's transaction; several on one topic become one.
   *
   * @return false if neither payment nor part is ours, and nobody has to be asked
   */
  public boolean put(Actor actor, Topic topic) {
    require(actor);
    boolean ours =
        topic.partId().flatMap(parts::known).isPresent()
            || accounts.byReference(topic.reference()).isPresent();
    if (ours) {
      questions.put(topic, clock.instant());
    }
    return ours;
  }

  /** What may be asked now and nobody alive is at. */
  public List<Topic> waiting(Actor actor, int limit) {
    require(actor);
    return questions.waiting(clock.instant(), limit);
  }

  /** Takes a question for this node, if it may be asked now and nobody alive is at it. */
  public Optional<Question> claim(Actor actor, Topic topic) {
    require(actor);
    return questions.claim(topic, node.number(), clock.instant());
  }

  /** The answer is written down: the question is over, unless the gateway told more meanwhile. */
  public void answered(Actor actor, Question question) {
    require(actor);
    questions.answered(question, clock.instant());
  }

  /** The gateway could not be asked now; it is asked again later, ever more seldom. */
  public void postponed(Actor actor, Question question) {
    require(actor);
    questions.postponed(question, question.again(clock.instant()));
  }

  private static void require(Actor actor) {
    if (!actor.permissions().contains(Action.RUN_PROCESS)) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
