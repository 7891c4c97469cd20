package org.countermand.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobState;
import org.countermand.channel.model.Wish;
import org.countermand.channel.store.JobRepository;

/** Looks, before each piece, whether a job is still this node's and what a person wants of it. */
record Heeding(JobRepository jobs, int node, Instant now) {

  /**
   * The job, locked, if its next piece may be done; else it is let go.
   *
   * @param end ends a job that a person has stopped
   */
  Optional<Job> of(UUID jobId, Consumer<Job> end) {
    Optional<Job> found = jobs.lockOwned(jobId, node);
    if (found.isEmpty()) {
      return found;
    }
    Job job = found.get();
    if (!job.state().isRunning()) {
      jobs.save(job, null);
    } else if (job.wish() == Wish.STOP) {
      end.accept(job.become(JobState.STOPPED, now));
    } else if (job.wish() == Wish.PAUSE) {
      jobs.save(job.become(JobState.PAUSED, now), null);
    } else {
      return found;
    }
    return Optional.empty();
  }
}
