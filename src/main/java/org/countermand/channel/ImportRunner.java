package org.countermand.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.channel.model.FileRefused;
import org.countermand.channel.model.FileRow;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobState;
import org.countermand.channel.model.Mapping;
import org.countermand.channel.model.OrderFiles;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/**
 * Reads files: first all rows are sorted and kept, then orders are made of them, number by number,
 * for the rows of an order need not stand together. Each piece is one transaction with its
 * progress, so a killed import goes on at its last piece, on any node.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class ImportRunner {

  private static final Logger LOG = Logger.getLogger(ImportRunner.class.getName());
  private static final int PIECE = 5_000;

  @Inject private Importing importing;
  @Inject private OrderFiles files;

  /** Works on a job until it is over, is to pause, or belongs to another node. */
  public void run(UUID jobId) {
    if (!importing.claim(jobId)) {
      return;
    }
    try {
      Optional<Job> job = importing.mine(jobId);
      while (job.isPresent()) {
        if (job.get().state() == JobState.READING) {
          read(job.get());
        } else {
          settle(job.get());
        }
        job = importing.mine(jobId);
      }
    } catch (FileRefused e) {
      importing.fail(jobId, e.finding());
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "An import stopped at what nobody foresaw: " + jobId, e);
      importing.stumble(jobId);
    }
  }

  private void read(Job job) throws IOException {
    Mapping mapping = importing.mapping(job);
    ChunkStream file = stream(job);
    OrderFiles.Rows rows = open(file, job, mapping);
    for (long known = job.progress().rowsRead(); known > 0; known--) {
      rows.next();
    }
    long read = job.progress().rowsRead();
    List<FileRow> piece = new ArrayList<>(PIECE);
    for (Optional<FileRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      piece.add(row.get());
      if (++read > ImportLimits.MOST_ROWS) {
        throw new FileRefused(Finding.of(ReasonCode.TOO_LARGE, "line", row.get().line()));
      }
      if (piece.size() == PIECE) {
        if (!importing.stage(job.id(), piece, file.consumed())) {
          return;
        }
        piece.clear();
      }
    }
    if (importing.stage(job.id(), piece, job.bytes())) {
      importing.allRead(job.id());
    }
  }

  private void settle(Job job) throws IOException {
    Mapping mapping = importing.mapping(job);
    String header = open(stream(job), job, mapping).header();
    OrderFiles.Grouping grouping = files.grouping(mapping, header);
    while (importing.settle(job.id(), mapping, grouping)) {
      LOG.finest("Another piece");
    }
  }

  private OrderFiles.Rows open(ChunkStream file, Job job, Mapping mapping) throws IOException {
    Decision<OrderFiles.Rows> opened =
        files.open(file, mapping, ImportLimits.unpacked(job.bytes()));
    if (opened instanceof Decision.Refused<OrderFiles.Rows> no) {
      throw new FileRefused(no.findings().get(0));
    }
    return ((Decision.Accepted<OrderFiles.Rows>) opened).value();
  }

  private ChunkStream stream(Job job) {
    return new ChunkStream(number -> importing.chunk(job.id(), number));
  }
}
