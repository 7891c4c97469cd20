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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.cancellation.model.Ending;
import org.countermand.cancellation.model.Ready;
import org.countermand.cancellation.model.Work;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Outcome;
import org.countermand.logistics.LogisticsService;
import org.countermand.logistics.WarehouseRunner;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.HoldStatus;
import org.countermand.payment.PaymentRunner;
import org.countermand.payment.PaymentService;
import org.countermand.payment.model.Begun;
import org.countermand.payment.model.Capabilities;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.RefundPart;

/**
 * Runs plans: claims a step, calls the outside with no transaction open, writes down what came of
 * it, and goes on until there is nothing to do now. It is nudged after every commit that leaves
 * something to do; the clockwork sweeps what was missed. Any number of runners on any number of
 * nodes do no harm to one another.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class StepRunner {

  private static final Logger LOG = Logger.getLogger(StepRunner.class.getName());
  private static final Actor RUNNER = new Actor.System("step-runner");

  @Resource(lookup = "concurrent/countermand")
  private ManagedExecutorService executor;

  @Inject private StepPhases phases;
  @Inject private PaymentService payments;
  @Inject private PaymentRunner gateways;
  @Inject private LogisticsService logistics;
  @Inject private WarehouseRunner warehouses;

  /** What waits in this node's queue: the sweep finds it again as long as nobody has claimed it. */
  private final Set<UUID> queued = ConcurrentHashMap.newKeySet();

  /** Hears the nudge and hands it to a thread of its own. */
  void nudged(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ready ready) {
    submit(ready.cancellationId());
  }

  /** Runs a plan soon, on another thread; if there is no room the sweep will find it. */
  public void submit(UUID cancellationId) {
    if (!queued.add(cancellationId)) {
      // Whoever has it in the queue has not begun, and will see what there is to do now.
      return;
    }
    try {
      executor.submit(
          () -> {
            queued.remove(cancellationId);
            run(cancellationId);
          });
    } catch (RejectedExecutionException full) {
      queued.remove(cancellationId);
      LOG.log(Level.FINE, "No room to run {0} now", cancellationId);
    }
  }

  /** Runs a plan until there is nothing to do now. */
  public void run(UUID cancellationId) {
    try {
      Optional<Work> work = phases.claim(cancellationId);
      while (work.isPresent()) {
        work = perform(work.get());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Stopped running " + cancellationId + "; it is swept later", e);
    }
  }

  /** Does it, and gives what was claimed together with what came of it. */
  private Optional<Work> perform(Work work) {
    return switch (work.step().kind()) {
      case HOLD -> hold(work);
      case REIMBURSE -> reimburse(work);
      case CREDIT -> {
        phases.credited(work);
        yield phases.issued(work);
      }
      case RELEASE -> release(work);
    };
  }

  private Optional<Work> hold(Work work) {
    HoldRequest request = logistics.holdRequest(RUNNER, work.step().subjectId());
    return phases.held(
        work,
        work.look()
            ? Ending.ofLookup(
                warehouses.find(request), answer -> answer.status() == HoldStatus.PENDING)
            : Ending.of(warehouses.hold(request)));
  }

  private Optional<Work> release(Work work) {
    HoldRequest request = logistics.holdRequest(RUNNER, work.step().subjectId());
    if (!work.look()) {
      return phases.released(
          work, Ending.of(warehouses.release(request.warehouse(), request.id())));
    }
    Outcome<Optional<HoldAnswer>> found = warehouses.find(request);
    boolean stillHeld =
        found instanceof Outcome.Settled<Optional<HoldAnswer>> settled
            && settled.value().stream().anyMatch(answer -> answer.status() != HoldStatus.RELEASED);
    return phases.released(
        work, stillHeld ? new Ending.Absent<>() : Ending.ofLookup(found, answer -> false));
  }

  private Optional<Work> reimburse(Work work) {
    GatewayCall call = payments.callOf(RUNNER, work.step().subjectId(), work.key());
    if (call.internal()) {
      // Whoever died at it has done all of it or nothing: there is nobody to ask.
      phases.restore(work);
      return phases.claim(work.step().cancellationId());
    }
    Capabilities able = gateways.able(call.gateway());
    if (work.look()) {
      return phases.reimbursed(
          work, able.finds() ? Ending.ofLookup(gateways.find(call), answer -> false) : told(work));
    }
    Outcome<PaymentSnapshot> payment =
        gateways.read(call.gateway(), call.reference(), call.amount().currency().getCurrencyCode());
    if (payment instanceof Outcome.Settled<PaymentSnapshot> settled) {
      Begun begun = phases.begin(work, settled.value(), able);
      if (begun instanceof Begun.There there) {
        return phases.reimbursed(work, new Ending.Done<>(there.answer()));
      }
      return begun instanceof Begun.Call now
          ? phases.reimbursed(work, ending(gateways.make(now.call()), able))
          : phases.claim(work.step().cancellationId());
    }
    return phases.reimbursed(
        work,
        payment instanceof Outcome.Refused<PaymentSnapshot> refused
            ? new Ending.Declined<>(refused.finding())
            // Only a question was asked; nothing was attempted.
            : new Ending.NotCalled<>("the payment could not be read"));
  }

  /** Where nobody can be asked, what the gateway's list or a person has told meanwhile. */
  private Ending<GatewayAnswer> told(Work work) {
    RefundPart part = payments.part(RUNNER, work.step().subjectId());
    return part.state() == PartState.REQUESTED || part.state() == PartState.SUBMITTED
        ? new Ending.Blind<>()
        : new Ending.Done<>(new GatewayAnswer(part.reference(), part.state(), part.trace()));
  }

  /** What a gateway has taken and cannot be asked after is told by itself, or by its list. */
  private static Ending<GatewayAnswer> ending(Outcome<GatewayAnswer> outcome, Capabilities able) {
    return !able.finds() && outcome instanceof Outcome.Accepted<GatewayAnswer> taken
        ? new Ending.Done<>(taken.value())
        : Ending.of(outcome);
  }
}
