package org.countermand.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;

/**
 * Judges again what could only be recorded. Each in a transaction of its own: what fails leaves the
 * record as it is, and whoever asked is told that it cannot be judged yet.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class JudgementRunner {

  private static final Logger LOG = Logger.getLogger(JudgementRunner.class.getName());

  @Inject private JudgementService judgements;

  /** Judges one, or says that it still cannot be judged. */
  public Decision<Cancellation> judge(Actor actor, UUID cancellationId, Instant at) {
    try {
      return judgements.again(actor, cancellationId, at);
    } catch (RuntimeException e) {
      // The container has written down where it came from.
      LOG.log(Level.WARNING, "{0} still cannot be judged: {1}", new Object[] {cancellationId, e});
      return Decision.no(ReasonCode.NOT_JUDGED);
    }
  }
}
