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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.audit.AuditSequencer;
import org.countermand.cancellation.DailyReconciliationRunner;
import org.countermand.cancellation.Reconciler;
import org.countermand.channel.JobReconciler;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

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

  /** What wakes how often. */
  private enum Wheel {
    SWEEP(Duration.ofMillis(500)),
    LETTERS(Duration.ofSeconds(1)),
    CHAIN(Duration.ofSeconds(1)),
    JOBS(Duration.ofSeconds(5)),
    LAPSE,
    JUDGE,
    POLL(Duration.ofMinutes(1)),
    FORGET(Duration.ofHours(1)),
    COMPARE(Duration.ofMinutes(1));

    private final @Nullable Duration every;
    private final AtomicBoolean turning = new AtomicBoolean();

    /** As often as is configured. */
    Wheel() {
      this.every = null;
    }

    Wheel(Duration every) {
      this.every = every;
    }
  }

  /** How often it is looked whether offers have lapsed and whether the unjudged can be judged. */
  @Inject
  @ConfigProperty(name = "countermand.pace.looking", defaultValue = "PT30S")
  private Duration looking;

  @Resource private TimerService timers;
  @Inject private Reconciler reconciler;
  @Inject private DailyReconciliationRunner days;
  @Inject private JobReconciler jobs;
  @Inject private AuditSequencer audit;
  @Inject private LetterBell letters;

  @PostConstruct
  void wind() {
    for (Wheel wheel : Wheel.values()) {
      long every = (wheel.every == null ? looking : wheel.every).toMillis();
      timers.createIntervalTimer(every, every, new TimerConfig(wheel, false));
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
      case FORGET -> reconciler.forget();
      case COMPARE -> days.run();
    }
  }
}
