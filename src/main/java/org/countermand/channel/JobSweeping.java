package org.countermand.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobReady;
import org.countermand.channel.model.JobState;
import org.countermand.channel.store.JobRepository;

/** The short transactions of the sweep over jobs. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class JobSweeping {

  private static final Duration DRAFTS_KEPT = Duration.ofHours(24);

  @Inject private JobRepository jobs;
  @Inject private Event<JobReady> ready;
  @Inject private Clock clock;

  /** Tells once more of jobs that nobody alive is at. */
  public void tellStranded() {
    jobs.stranded().forEach(job -> ready.fire(new JobReady(job.id(), job.kind())));
  }

  /** Drops files that were brought and never started. */
  public void forgetDrafts() {
    jobs.forgotten(clock.instant().minus(DRAFTS_KEPT)).stream()
        .flatMap(id -> jobs.lock(id).stream())
        .filter(job -> job.state() == JobState.DRAFT)
        .forEach(this::forget);
  }

  private void forget(Job draft) {
    jobs.dropChunks(draft.id());
    jobs.save(draft.become(JobState.STOPPED, clock.instant()), null);
  }
}
