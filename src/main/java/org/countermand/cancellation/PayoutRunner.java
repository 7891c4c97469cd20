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
import org.countermand.cancellation.model.PayoutReady;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.BankRunner;
import org.countermand.payment.PayoutService;
import org.countermand.payment.model.PayoutAnswer;
import org.countermand.payment.model.PayoutCall;
import org.countermand.payment.model.PayoutWork;

/**
 * Brings approved payouts to the bank and asks what became of them, with no transaction open while
 * the bank thinks. It is nudged after an approval; the clockwork sweeps what was missed, and what
 * has to be asked later. Any number of runners on any number of nodes do no harm to one another.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class PayoutRunner {

  private static final Logger LOG = Logger.getLogger(PayoutRunner.class.getName());
  private static final Actor RUNNER = new Actor.System("payout-runner");

  @Resource(lookup = "concurrent/countermand")
  private ManagedExecutorService executor;

  @Inject private PayoutPhases phases;
  @Inject private PayoutService payouts;
  @Inject private BankRunner banks;

  void nudged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PayoutReady ready) {
    submit(ready.payoutId());
  }

  /** Runs one soon, on another thread; if there is no room the sweep will find it. */
  public void submit(UUID payoutId) {
    try {
      executor.submit(() -> run(payoutId));
    } catch (RejectedExecutionException full) {
      LOG.log(Level.FINE, "No room for payout {0} now", payoutId);
    }
  }

  /** Runs one until there is nothing to do now. */
  public void run(UUID payoutId) {
    try {
      Optional<PayoutWork> work = phases.claim(payoutId);
      while (work.isPresent()) {
        work = phases.heard(work.get(), perform(work.get()));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Stopped at payout " + payoutId + "; it is swept later", e);
    }
  }

  private Outcome<Optional<PayoutAnswer>> perform(PayoutWork work) {
    if (work.look()) {
      return banks.find(work.payout());
    }
    Optional<PayoutCall> call = payouts.call(RUNNER, work, phases.purpose(work));
    return call.map(banks::payOut)
        .orElseGet(
            // Whose account it was has been forgotten, so it goes nowhere.
            () -> new Outcome.Refused<>(Finding.of(ReasonCode.PAYOUT_FAILED)));
  }
}
