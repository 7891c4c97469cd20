package org.countermand.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countermand.cancellation.model.Command;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.StepRepository;
import org.countermand.kernel.Actor;

/** The short transactions of the reconciler. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class Sweeping {

  private static final Actor SELF = new Actor.System("reconciler");

  @Inject private StepRepository steps;
  @Inject private CancellationRepository cancellations;
  @Inject private TransitionService transitions;
  @Inject private Clock clock;

  /** Cancellations with a step that may run now. */
  public List<UUID> waiting(int limit) {
    return steps.waiting(clock.instant(), limit);
  }

  /** Cancellations whose offer binds nobody any more. */
  public List<UUID> lapsed(int limit) {
    return cancellations.lapsed(clock.instant(), limit);
  }

  /** Some of the cancellations that are recorded and not judged. */
  public List<UUID> unjudged(int limit) {
    return cancellations.unjudged(limit);
  }

  /** Lets one lapse, if it still waits. */
  public void lapse(UUID cancellationId) {
    Instant now = clock.instant();
    cancellations
        .lock(cancellationId)
        .filter(found -> found.state() == State.QUOTED)
        .ifPresent(found -> transitions.mustWalk(SELF, found, new Command.Lapse(), now));
  }
}
