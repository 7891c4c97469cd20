package org.countermand.api.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobKind;
import org.countermand.channel.model.JobState;
import org.countermand.channel.model.RowFate;
import org.countermand.channel.model.RowReason;
import org.countermand.channel.model.RowTotal;
import org.countermand.channel.model.Wish;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job and how far it is. */
@Schema(name = "Job")
public record JobAnswer(
    UUID id,
    JobKind kind,
    @Schema(description = "The file's name, or the channel's") String name,
    boolean dryRun,
    JobState state,
    @Schema(description = "What a person wants; its runner heeds it after the piece it is at")
        Wish wish,
    @Schema(description = "How much of it is done") int percent,
    @Schema(description = "Rows of the file, or instructions, that were read") long rows,
    @Schema(description = "Order numbers, or cancellations to be asked for; 0 while it is unknown")
        long items,
    long settled,
    long created,
    @Schema(description = "Those that were there already") long existing,
    long refused,
    @Schema(description = "What the rows come to; together they are the file") List<Total> totals,
    @Schema(description = "Why it failed or waits") @Nullable String reason,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /** Rows with one fate; the value is units times price as the file says, as a decimal. */
  @Schema(name = "RowTotal")
  public record Total(
      RowFate fate, @Nullable RowReason reason, long rows, long units, String value) {}

  /** A job in the words of the wire. */
  public static JobAnswer of(Job job, List<RowTotal> totals) {
    Job.Progress progress = job.progress();
    return new JobAnswer(
        job.id(),
        job.kind(),
        job.name(),
        job.dryRun(),
        job.state(),
        job.wish(),
        job.percent(),
        progress.rowsRead(),
        progress.items(),
        progress.settled(),
        progress.created(),
        progress.existing(),
        progress.refused(),
        totals.stream().map(JobAnswer::total).toList(),
        job.why() == null ? null : job.why().code().name(),
        job.createdAt(),
        job.startedAt(),
        job.endedAt());
  }

  private static Total total(RowTotal total) {
    return new Total(
        total.fate(),
        total.reason(),
        total.rows(),
        total.units(),
        total.value().stripTrailingZeros().toPlainString());
  }
}
