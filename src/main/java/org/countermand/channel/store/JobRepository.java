package org.countermand.channel.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.channel.model.Job;
import org.countermand.channel.model.JobKind;
import org.countermand.channel.model.JobState;
import org.countermand.channel.model.Wish;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps jobs, who is at them, and the bytes of their files. */
@ApplicationScoped
public class JobRepository {

  private static final String FREE =
      " state IN ('READING', 'SETTLING') AND (owner IS NULL OR NOT node_alive(owner))";

  @Inject private Jdbi jdbi;

  /** Stores a job, unless the same is under way. */
  public boolean insert(Job job, String digest) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    "INSERT INTO job VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL,"
                        + " 0, 0, 0, 0, 0, 0, 0, '', '') ON CONFLICT DO NOTHING",
                    job.id(),
                    job.kind().name(),
                    job.shop(),
                    job.state().name(),
                    job.wish().name(),
                    job.name(),
                    job.mappingId().orElse(null),
                    job.dryRun(),
                    digest,
                    job.bytes(),
                    job.startedBy(),
                    job.createdAt(),
                    job.startedAt(),
                    job.endedAt()))
        > 0;
  }

  /** The job that is under way with the same file and mapping as this one. */
  public Optional<Job> sameAs(Job job, String digest) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM job WHERE shop = :shop AND kind = :kind AND digest = :digest"
                        + " AND mapping_id IS NOT DISTINCT FROM :mapping::uuid"
                        + " AND dry_run = :dry AND state IN ('READING', 'SETTLING', 'PAUSED')"
                        + " AND id <> :id")
                .bind("shop", job.shop())
                .bind("kind", job.kind().name())
                .bind("digest", digest)
                .bind("mapping", job.mappingId().map(UUID::toString).orElse(null))
                .bind("dry", job.dryRun())
                .bind("id", job.id())
                .map((row, context) -> job(row))
                .findOne());
  }

  /** Makes whoever starts a job with this file wait for whoever does it now. */
  public void lockFile(String digest) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT pg_advisory_xact_lock(hashtextextended(:digest, 7))::text")
                .bind("digest", digest)
                .mapTo(String.class)
                .one());
  }

  public Optional<Job> find(UUID id) {
    return one("SELECT * FROM job WHERE id = :id", id);
  }

  /** Locks the job until the transaction ends. */
  public Optional<Job> lock(UUID id) {
    return one("SELECT * FROM job WHERE id = :id FOR UPDATE", id);
  }

  /** Locks the job if it is this node's. */
  public Optional<Job> lockOwned(UUID id, int node) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM job WHERE id = :id AND owner = :node FOR UPDATE")
                .bind("id", id)
                .bind("node", node)
                .map((row, context) -> job(row))
                .findOne());
  }

  private Optional<Job> one(String sql, UUID id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("id", id).map((row, context) -> job(row)).findOne());
  }

  /** The digest of the job's file. */
  public String digest(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT digest FROM job WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
  }

  /** The latest jobs of a shop, or of all shops for {@code *}; drafts are nobody's business yet. */
  public List<Job> latest(String shop, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM job WHERE :shop IN (shop, '*') AND state <> 'DRAFT'"
                        + " ORDER BY created_at DESC, id LIMIT :limit")
                .bind("shop", shop)
                .bind("limit", limit)
                .map((row, context) -> job(row))
                .list());
  }

  /** Jobs that ought to run and that nobody alive is at. */
  public List<Job> stranded() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM job WHERE" + FREE + " ORDER BY created_at")
                .map((row, context) -> job(row))
                .list());
  }

  /** Drafts that nobody has started for so long. */
  public List<UUID> forgotten(Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM job WHERE state = 'DRAFT' AND created_at < :since")
                .bind("since", since)
                .mapTo(UUID.class)
                .list());
  }

  /** Makes the job this node's, if it ought to run and is no living node's. */
  public boolean claim(UUID id, int node) {
    return jdbi.withHandle(
            handle -> handle.execute("UPDATE job SET owner = ? WHERE id = ? AND" + FREE, node, id))
        > 0;
  }

  /** Writes how far it is. */
  public void save(Job job, @Nullable Integer owner) {
    Job.Progress progress = job.progress();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE job SET shop = ?, state = ?, wish = ?, mapping_id = ?, dry_run = ?, started_at = ?,"
                    + " ended_at = ?, owner = ?, rows_read = ?, bytes_read = ?, items = ?,"
                    + " settled = ?, created = ?, existing = ?, refused = ?, position = ?, why = ?"
                    + " WHERE id = ?",
                job.shop(),
                job.state().name(),
                job.wish().name(),
                job.mappingId().orElse(null),
                job.dryRun(),
                job.startedAt(),
                job.endedAt(),
                owner,
                progress.rowsRead(),
                progress.bytesRead(),
                progress.items(),
                progress.settled(),
                progress.created(),
                progress.existing(),
                progress.refused(),
                progress.position(),
                FindingText.write(job.why()),
                job.id()));
  }

  /** Notes what a person wants; the job's runner looks between two pieces. */
  public void wish(UUID id, Wish wish) {
    jdbi.useHandle(
        handle -> handle.execute("UPDATE job SET wish = ? WHERE id = ?", wish.name(), id));
  }

  public void addChunk(UUID jobId, int number, byte[] bytes) {
    jdbi.useHandle(
        handle -> handle.execute("INSERT INTO job_chunk VALUES (?, ?, ?)", jobId, number, bytes));
  }

  /** A piece of the file, from 0; nothing after the last. */
  public Optional<byte[]> chunk(UUID jobId, int number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT bytes FROM job_chunk WHERE job_id = :job AND number = :number")
                .bind("job", jobId)
                .bind("number", number)
                .map((row, context) -> row.getBytes(1))
                .findOne());
  }

  public void dropChunks(UUID jobId) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM job_chunk WHERE job_id = ?", jobId));
  }

  private static Job job(ResultSet row) throws SQLException {
    String mapping = row.getString("mapping_id");
    return new Job(
        row.getObject("id", UUID.class),
        JobKind.valueOf(row.getString("kind")),
        row.getString("shop"),
        JobState.valueOf(row.getString("state")),
        Wish.valueOf(row.getString("wish")),
        row.getString("name"),
        Optional.ofNullable(mapping).map(UUID::fromString),
        row.getBoolean("dry_run"),
        row.getLong("bytes"),
        row.getString("started_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        moment(row, "started_at"),
        moment(row, "ended_at"),
        new Job.Progress(
            row.getLong("rows_read"),
            row.getLong("bytes_read"),
            row.getLong("items"),
            row.getLong("settled"),
            row.getLong("created"),
            row.getLong("existing"),
            row.getLong("refused"),
            row.getString("position")),
        FindingText.read(row.getString("why")));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }
}
