package org.countermand.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.PayoutService;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutAnswer;
import org.countermand.payment.model.PayoutNews;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.PayoutWork;

/**
 * The two transactions around every call to a bank: the first writes down that it is about to be
 * made under which key, the second what came of it, if nobody has taken over since.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class PayoutPhases {

  private static final Actor RUNNER = new Actor.System("payout-runner");

  @Inject private CancellationRepository cancellations;
  @Inject private TransitionService transitions;
  @Inject private AnotherWayService anotherWay;
  @Inject private PayoutService payouts;
  @Inject private Clock clock;

  /** Claims a payout, if it may go on now and nobody alive is at it. */
  public Optional<PayoutWork> claim(UUID payoutId) {
    Optional<PayoutWork> work = payouts.claim(RUNNER, payoutId);
    work.filter(claimed -> !claimed.look() && claimed.errand().tries() == 1)
        .map(PayoutWork::payout)
        .ifPresent(
            payout -> anotherWay.moved(RUNNER, cancellation(payout), payout, clock.instant()));
    return work;
  }

  /** Writes down what came of it; gives what to do next. */
  public Optional<PayoutWork> heard(PayoutWork work, Outcome<Optional<PayoutAnswer>> outcome) {
    Instant now = clock.instant();
    Cancellation cancellation = cancellations.lock(work.payout().cancellationId()).orElseThrow();
    Optional<PayoutNews> news = payouts.heard(RUNNER, work, outcome);
    if (news.isEmpty()) {
      return Optional.empty();
    }
    Payout payout = news.get().payout();
    if (news.get().moved()) {
      anotherWay.moved(RUNNER, cancellation, payout, now);
    }
    if (news.get().uncertain()) {
      transitions.needPerson(
          RUNNER, cancellation, ReasonCode.OUTCOME_UNCERTAIN, WorkItem.NextAction.ASK_GATEWAY, now);
    } else if (payout.state() != PayoutState.SUBMITTED || !payout.reference().isEmpty()) {
      transitions.needNoPerson(RUNNER, cancellation, ReasonCode.OUTCOME_UNCERTAIN, now);
    }
    return payouts.claim(RUNNER, payout.id());
  }

  /** What the buyer reads on his account: what people call the order and the cancellation. */
  public String purpose(PayoutWork work) {
    return cancellation(work.payout()).number();
  }

  private Cancellation cancellation(Payout payout) {
    return cancellations.find(payout.cancellationId()).orElseThrow();
  }
}
