package org.countermand.channel.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done piece by piece, each piece with its progress in one transaction, so that it can
 * be ended anywhere and goes on there.
 *
 * @param name the file's, or the channel's
 * @param mappingId how the file is read; empty for a draft and a replay
 * @param dryRun whether everything is read and checked and nothing taken in
 * @param bytes the file's length
 * @param startedBy the actor's id
 * @param progress how far it is
 * @param why what made it fail or wait, if it did
 */
public record Job(
    UUID id,
    JobKind kind,
    String shop,
    JobState state,
    Wish wish,
    String name,
    Optional<UUID> mappingId,
    boolean dryRun,
    long bytes,
    String startedBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Progress progress,
    @Nullable Finding why) {

  /**
   * How far a job is.
   *
   * @param rowsRead rows of the file that were sorted
   * @param bytesRead of the file as it came
   * @param items orders or requests, as far as they are known
   * @param settled of those
   * @param position up to which order number the second half has come
   */
  public record Progress(
      long rowsRead,
      long bytesRead,
      long items,
      long settled,
      long created,
      long existing,
      long refused,
      String position) {

    /** Nothing done. */
    public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, "");

    /** So many more rows, up to here in the file. */
    public Progress read(long rows, long bytes) {
      return new Progress(
          rowsRead + rows, bytes, items, settled, created, existing, refused, position);
    }

    /** The first half is over, and so many items are to be settled. */
    public Progress found(long all) {
      return new Progress(rowsRead, bytesRead, all, settled, created, existing, refused, "");
    }

    /** The first half has come to here. */
    public Progress at(String place) {
      return new Progress(rowsRead, bytesRead, items, settled, created, existing, refused, place);
    }

    /** So many more are settled. */
    public Progress settled(long newly, long there, long no, String upTo) {
      return new Progress(
          rowsRead,
          bytesRead,
          items,
          settled + newly + there + no,
          created + newly,
          existing + there,
          refused + no,
          upTo);
    }
  }

  /** The same with another state; the table says which. */
  public Job become(JobState next, Instant now) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException("A job that is " + state + " cannot become " + next);
    }
    return new Job(
        id,
        kind,
        shop,
        next,
        next == JobState.PAUSED ? Wish.PAUSE : wish,
        name,
        mappingId,
        dryRun,
        bytes,
        startedBy,
        createdAt,
        startedAt == null && next.isRunning() ? now : startedAt,
        next.isOver() ? now : endedAt,
        progress,
        next.isRunning() ? null : why);
  }

  /** The same, further on. */
  public Job with(Progress further) {
    return new Job(
        id, kind, shop, state, wish, name, mappingId, dryRun, bytes, startedBy, createdAt,
        startedAt, endedAt, further, why);
  }

  /** The same with what a person wants of it. */
  public Job with(Wish other) {
    return new Job(
        id, kind, shop, state, other, name, mappingId, dryRun, bytes, startedBy, createdAt,
        startedAt, endedAt, progress, why);
  }

  /** The same, read as a mapping says. */
  public Job with(UUID mapping, boolean dry) {
    return new Job(
        id,
        kind,
        shop,
        state,
        wish,
        name,
        Optional.of(mapping),
        dry,
        bytes,
        startedBy,
        createdAt,
        startedAt,
        endedAt,
        progress,
        why);
  }

  /** The same as a shop's own; a draft of somebody who serves every shop is none's. */
  public Job of(String owner) {
    return new Job(
        id, kind, owner, state, wish, name, mappingId, dryRun, bytes, startedBy, createdAt,
        startedAt, endedAt, progress, why);
  }

  /** The same with the finding that stands in its way. */
  public Job because(Finding finding) {
    return new Job(
        id, kind, shop, state, wish, name, mappingId, dryRun, bytes, startedBy, createdAt,
        startedAt, endedAt, progress, finding);
  }

  /** Where it goes on after a pause: what is to be settled is known once the first half is over. */
  public JobState resumed() {
    return progress.items() > 0 ? JobState.SETTLING : JobState.READING;
  }

  /** How much of it is done, in hundredths; reading counts for a third of an import. */
  public int percent() {
    if (state == JobState.DONE) {
      return 100;
    }
    long settled = progress.items() == 0 ? 0 : progress.settled() * 100 / progress.items();
    if (kind == JobKind.REPLAY) {
      return (int) Math.min(99, settled);
    }
    long read = bytes == 0 ? 0 : progress.bytesRead() * 100 / bytes;
    return (int) Math.min(99, (read + settled * 2) / 3);
  }
}
