package org.countermand.clockwork;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.notification.LetterCourier;
import org.countermand.outbox.model.Posted;

/**
 * Rings for the letter courier as soon as something was posted, so that nobody waits for a timer.
 */
@ApplicationScoped
public class LetterBell {

  private static final Logger LOG = Logger.getLogger(LetterBell.class.getName());
  private static final int ROUND = 20;

  /** Couriers of one node on their way at once; more would only queue at the mail server. */
  private static final int COURIERS = 3;

  @Resource(lookup = "concurrent/countermand")
  private ManagedExecutorService executor;

  @Inject private LetterCourier courier;

  private final AtomicInteger onTheirWay = new AtomicInteger();

  void posted(@Observes(during = TransactionPhase.AFTER_SUCCESS) Posted event) {
    ring();
  }

  /** Sends a courier, unless enough are on their way: the last of them looks once more. */
  public void ring() {
    if (onTheirWay.incrementAndGet() > COURIERS) {
      onTheirWay.decrementAndGet();
      return;
    }
    try {
      executor.submit(this::deliver);
    } catch (RejectedExecutionException full) {
      onTheirWay.decrementAndGet();
      LOG.log(Level.FINE, "No room for a courier now; the clockwork sends one later");
    }
  }

  private void deliver() {
    try {
      while (courier.deliver(ROUND) > 0) {
        LOG.finest("Another round");
      }
    } finally {
      onTheirWay.decrementAndGet();
    }
  }
}
