package org.countermand.clockwork;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.audit.AuditSequencer;
import org.countermand.cancellation.Reconciler;
import org.countermand.channel.JobReconciler;

/**
 * Wakes the processes on every node. Timers live in memory; what they find is claimed in the
 * database, so any number of nodes may wake at once.
 */
@Singleton
@Startup
@DependsOn({"Migration", "Node"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Clockwork {

  private static final Logger LOG = Logger.getLogger(Clockwork.class.getName());

  /** What wakes how often, in milliseconds. */
  private enum Wheel {
    SWEEP(500),
    LETTERS(1_000),
    CHAIN(1_000),
    JOBS(5_000),
    LAPSE(30_000),
    JUDGE(30_000),
    POLL(60_000);

    private final long every;
    private final AtomicBoolean turning = new AtomicBoolean();

    Wheel(long every) {
      this.every = every;
    }
  }

  @Resource private TimerService timers;
  @Inject private Reconciler reconciler;
  @Inject private JobReconciler jobs;
  @Inject private AuditSequencer audit;
  @Inject private LetterBell letters;

  @PostConstruct
  void wind() {
    for (Wheel wheel : Wheel.values()) {
      timers.createIntervalTimer(wheel.every, wheel.every, new TimerConfig(wheel, false));
    }
  }

  @Timeout
  void turn(Timer timer) {
    Wheel wheel = (Wheel) timer.getInfo();
    if (!wheel.turning.compareAndSet(false, true)) {
      return;
    }
    try {
      turn(wheel);
    } catch (RuntimeException e) {
      // The next turn tries again; the container would cancel a timer that fails twice.
      LOG.log(Level.WARNING, "A turn of " + wheel + " failed", e);
    } finally {
      wheel.turning.set(false);
    }
  }

  private void turn(Wheel wheel) {
    switch (wheel) {
      case SWEEP -> reconciler.sweep();
      case LETTERS -> letters.ring();
      case CHAIN -> audit.drain();
      case JOBS -> jobs.sweep();
      case LAPSE -> reconciler.lapse();
      case JUDGE -> reconciler.judge();
      case POLL -> reconciler.poll();
    }
  }
}
