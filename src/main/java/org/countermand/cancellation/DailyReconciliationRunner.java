package org.countermand.cancellation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Outcome;
import org.countermand.payment.PaymentRunner;
import org.countermand.payment.PaymentService;
import org.countermand.payment.ReconciliationService;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.GatewayRefund;
import org.countermand.payment.model.Reconciliation;
import org.countermand.payment.model.ReconciliationDue;
import org.countermand.payment.model.RefundPage;
import org.countermand.payment.model.RefundPart;
import org.countermand.payment.model.Tally;

/**
 * Compares every day that is over with every gateway's own list, both ways. Whoever claims a day
 * does it; a node that dies over it leaves it to another, which begins anew, and nothing is counted
 * or told twice.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class DailyReconciliationRunner {

  private static final Logger LOG = Logger.getLogger(DailyReconciliationRunner.class.getName());
  private static final Actor SELF = new Actor.System("reconciliation");

  @Resource(lookup = "concurrent/countermand")
  private ManagedExecutorService executor;

  @Inject private ReconciliationService reconciliations;
  @Inject private ComparisonService comparisons;
  @Inject private PaymentService payments;
  @Inject private PaymentRunner gateways;
  @Inject private NewsService news;

  void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReconciliationDue due) {
    try {
      executor.submit(this::drain);
    } catch (RejectedExecutionException full) {
      LOG.log(Level.FINE, "No room to compare now; the next turn will");
    }
  }

  /** Makes due what is over, and compares what is due. */
  public void run() {
    gateways.listing().forEach(gateway -> reconciliations.due(SELF, gateway));
    drain();
  }

  private void drain() {
    Optional<Reconciliation> run = reconciliations.claim(SELF);
    while (run.isPresent()) {
      compare(run.get());
      run = reconciliations.claim(SELF);
    }
  }

  private void compare(Reconciliation run) {
    try {
      Optional<String> trouble = new Comparison(run).trouble();
      trouble.ifPresent(why -> reconciliations.postpone(SELF, run, why));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Stopped comparing " + run.day() + " with " + run.gateway(), e);
      reconciliations.postpone(SELF, run, e.getClass().getSimpleName());
    }
  }

  /** One day of one gateway. */
  private final class Comparison {

    private final Reconciliation run;
    private final Set<UUID> seen = new HashSet<>();
    private Tally tally = Tally.NOTHING;

    Comparison(Reconciliation run) {
      this.run = run;
    }

    /** Compares; gives why it could not be brought to its end. */
    Optional<String> trouble() {
      Optional<String> after = Optional.empty();
      do {
        Outcome<RefundPage> answer = gateways.refunds(run.gateway(), run.made(), after);
        if (!(answer instanceof Outcome.Settled<RefundPage> settled)) {
          return Optional.of(why(answer));
        }
        page(settled.value().refunds());
        after = settled.value().next();
      } while (after.isPresent());
      Optional<String> trouble = missingThere();
      if (trouble.isEmpty()) {
        comparisons.finish(SELF, run, tally);
      }
      return trouble;
    }

    /** What the gateway says later of our parts is believed first; what then is left differs. */
    private void page(List<GatewayRefund> refunds) {
      payments
          .newer(SELF, run.gateway(), refunds)
          .forEach(pair -> news.hear(SELF, pair.part().id(), pair.refund().answer()));
      tally = tally.plus(comparisons.compare(SELF, run.gateway(), refunds));
      refunds.forEach(refund -> refund.partId().ifPresent(seen::add));
    }

    /** Parts of ours that the list lacks are asked after one by one: midnight may lie between. */
    private Optional<String> missingThere() {
      boolean finds = gateways.able(run.gateway()).finds();
      for (RefundPart part : reconciliations.submitted(SELF, run)) {
        if (!seen.contains(part.id())) {
          GatewayCall call = payments.callOf(SELF, part.id(), part.id());
          Outcome<Optional<GatewayAnswer>> found =
              finds ? gateways.find(call) : new Outcome.Settled<>(Optional.empty());
          if (!(found instanceof Outcome.Settled<Optional<GatewayAnswer>> settled)) {
            return Optional.of(why(found));
          }
          if (settled.value().isEmpty()) {
            comparisons.missingThere(SELF, run, call.reference(), part);
            tally = tally.differing(1);
          }
        }
      }
      return Optional.empty();
    }

    private String why(Outcome<?> outcome) {
      if (outcome instanceof Outcome.Refused<?> refused) {
        return refused.finding().toString();
      }
      if (outcome instanceof Outcome.NotAttempted<?> not) {
        return not.why();
      }
      return outcome instanceof Outcome.Unknown<?> unknown ? unknown.why() : "not settled";
    }
  }
}
