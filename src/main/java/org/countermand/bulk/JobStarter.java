package org.countermand.bulk;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.channel.ImportRunner;
import org.countermand.channel.model.JobReady;

/**
 * Gives a job a thread as soon as there is something to do for it. How far it is stands in its own
 * row, so what was killed is not restarted: whoever is told of the job next goes on.
 */
@ApplicationScoped
public class JobStarter {

  private static final Logger LOG = Logger.getLogger(JobStarter.class.getName());

  private final Set<UUID> running = ConcurrentHashMap.newKeySet();

  @Resource(lookup = "concurrent/jobs")
  private ManagedExecutorService executor;

  @Inject private ImportRunner imports;
  @Inject private ReplayRunner replays;

  void ready(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobReady job) {
    if (!running.add(job.jobId())) {
      return;
    }
    try {
      executor.submit(() -> run(job));
    } catch (RejectedExecutionException full) {
      running.remove(job.jobId());
      LOG.log(Level.FINE, "No room for job {0} now; it is swept later", job.jobId());
    }
  }

  private void run(JobReady job) {
    try {
      switch (job.kind()) {
        case IMPORT -> imports.run(job.jobId());
        case REPLAY -> replays.run(job.jobId());
      }
    } finally {
      running.remove(job.jobId());
    }
  }
}
