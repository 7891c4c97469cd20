package org.countermand.eligibility;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.countermand.eligibility.model.Judging;
import org.countermand.eligibility.model.Policy;
import org.countermand.eligibility.model.Verdict;
import org.countermand.eligibility.store.PolicyRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.payment.model.PaymentStanding;

/** The door to verdicts. */
@Stateless
public class EligibilityService {

  @Inject private PolicyRepository policies;

  /** What may be cancelled of every line. */
  public Verdict survey(Actor actor, Order order, PaymentStanding payments, Instant at) {
    return Judging.survey(order, policy(actor, order, at), payments, at);
  }

  /** Whether exactly this may be cancelled. */
  public Verdict judge(
      Actor actor, Order order, List<Ask> asks, PaymentStanding payments, Instant at) {
    return Judging.judge(order, asks, policy(actor, order, at), payments, at);
  }

  /**
   * Judges what was asked earlier and could not be judged then: by the policy in force now, which
   * may be the one that was mended, as if it were still the moment at which it was asked.
   */
  public Verdict judgeLate(
      Actor actor,
      Order order,
      List<Ask> asks,
      PaymentStanding payments,
      Instant asked,
      Instant now) {
    return Judging.judge(order, asks, policy(actor, order, now), payments, asked);
  }

  private Policy policy(Actor actor, Order order, Instant at) {
    if (Access.refusal(actor, Action.QUOTE, new Access.Subject(order.shop(), order.id()))
        .isPresent()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
    return policies.inForce(order.shop(), at);
  }
}
