package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.JournalEntry;
import org.countermand.cancellation.model.Step;
import org.countermand.cancellation.model.StepKind;
import org.countermand.cancellation.model.StepState;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps the steps of plans and who is at them. */
@ApplicationScoped
public class StepRepository {

  /** What may run in the cancellation's state: first the holds, the rest once it executes. */
  private static final String RUNNABLE =
      " s.state NOT IN ('DONE', 'REFUSED') AND (s.due_at <= :now"
          + " OR (s.owner IS NOT NULL AND NOT node_alive(s.owner)))"
          + " AND CASE WHEN s.kind = 'HOLD' THEN c.state IN ('CONFIRMED', 'HOLDING')"
          + " ELSE c.state = 'EXECUTING' END";

  @Inject private Jdbi jdbi;

  public void insert(Step step) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, 0, 0, ?, NULL, NULL, '')",
                step.id(),
                step.cancellationId(),
                step.position(),
                step.kind().name(),
                step.state().name(),
                step.subjectId(),
                step.dueAt()));
  }

  /**
   * Locks the first open step of a plan if it may run now and nobody alive is at it. The lock ends
   * with the transaction; the lease written by {@link #save} is what holds.
   */
  public Optional<Step> claimable(UUID cancellationId, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT s.* FROM step s JOIN cancellation c ON c.id = s.cancellation_id"
                        + " WHERE s.id = (SELECT id FROM step WHERE cancellation_id = :id"
                        + " AND state NOT IN ('DONE', 'REFUSED') ORDER BY position LIMIT 1) AND"
                        + RUNNABLE
                        + " FOR UPDATE OF s SKIP LOCKED")
                .bind("id", cancellationId)
                .bind("now", now)
                .map((row, context) -> step(row))
                .findOne());
  }

  /** Cancellations with something to do, the longest waiting first. */
  public List<UUID> waiting(Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT s.cancellation_id FROM step s"
                        + " JOIN cancellation c ON c.id = s.cancellation_id WHERE"
                        + RUNNABLE
                        + " GROUP BY s.cancellation_id ORDER BY min(s.due_at) LIMIT :limit")
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
  }

  /** Locks a step. */
  public Step lock(UUID stepId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM step WHERE id = :id FOR UPDATE")
                .bind("id", stepId)
                .map((row, context) -> step(row))
                .one());
  }

  /**
   * Writes a step and what the journal says of it, in one statement.
   *
   * @param owner who holds it until {@code dueAt} or his death
   */
  public Step save(Step step, @Nullable Integer owner, JournalEntry entry) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "WITH line AS (INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))"
                    + " UPDATE step SET state = ?, owner = ?, attempt_id = ?, attempt = ?,"
                    + " tries = ?, due_at = ?, attempted_at = ?, done_at = ?, note = ?"
                    + " WHERE id = ?",
                entry.id(),
                entry.cancellationId(),
                entry.stepId(),
                entry.attemptId(),
                entry.attempt(),
                entry.phase(),
                entry.outcome(),
                entry.detail(),
                entry.at(),
                step.state().name(),
                owner,
                step.attemptId().map(UUID::toString).orElse(null),
                step.attempt(),
                step.tries(),
                step.dueAt(),
                step.attemptedAt(),
                step.doneAt(),
                step.note(),
                step.id()));
    return step;
  }

  /** Lets a step that waits for an answer be looked up now. */
  public void hasten(UUID subjectId, Instant now) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE step SET due_at = ? WHERE subject_id = ? AND state IN ('AWAITING', 'UNKNOWN')"
                    + " AND owner IS NULL",
                now,
                subjectId));
  }

  /** Whether somebody is calling a gateway for a refund part, or has died doing so. */
  public boolean underWay(UUID partId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT EXISTS (SELECT 1 FROM step s JOIN refund_part p"
                        + " ON p.cancellation_id = s.cancellation_id AND p.id = s.subject_id"
                        + " WHERE p.id = :id AND s.state = 'IN_FLIGHT')")
                .bind("id", partId)
                .mapTo(Boolean.class)
                .one());
  }

  public List<Step> ofCancellation(UUID cancellationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM step WHERE cancellation_id = :id ORDER BY position")
                .bind("id", cancellationId)
                .map((row, context) -> step(row))
                .list());
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        row.getObject("id", UUID.class),
        row.getObject("cancellation_id", UUID.class),
        row.getInt("position"),
        StepKind.valueOf(row.getString("kind")),
        StepState.valueOf(row.getString("state")),
        row.getObject("subject_id", UUID.class),
        Optional.ofNullable(row.getString("attempt_id")).map(UUID::fromString),
        row.getInt("attempt"),
        row.getInt("tries"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        instant(row, "attempted_at"),
        instant(row, "done_at"),
        row.getString("note"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
