package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.kernel.ReasonCode;
import org.jdbi.v3.core.Jdbi;

/** Keeps what needs a person. */
@ApplicationScoped
public class WorkItemRepository {

  @Inject private Jdbi jdbi;

  /**
   * Opens an item, unless one for the same reason is open.
   *
   * @return whether it was opened
   */
  public boolean open(WorkItem item) {
    return jdbi.withHandle(
        handle ->
            handle.execute(
                    "INSERT INTO work_item VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    item.id(),
                    item.cancellationId(),
                    item.reason().name(),
                    item.nextAction().name(),
                    item.owner(),
                    item.openedAt(),
                    item.dueAt())
                == 1);
  }

  public void close(UUID cancellationId, ReasonCode reason, Instant at) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE work_item SET closed_at = ? WHERE cancellation_id = ? AND reason = ?"
                    + " AND closed_at IS NULL",
                at,
                cancellationId,
                reason.name()));
  }

  public List<WorkItem> ofCancellation(UUID cancellationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM work_item WHERE cancellation_id = :id ORDER BY id")
                .bind("id", cancellationId)
                .map((row, context) -> read(row))
                .list());
  }

  /** What is open of some cancellations, of one shop or of all. */
  public List<WorkItem> open(String shop, Collection<UUID> cancellationIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT w.* FROM work_item w JOIN cancellation c ON c.id = w.cancellation_id"
                        + " WHERE w.cancellation_id = ANY(:ids) AND w.closed_at IS NULL"
                        + " AND (:shop = '*' OR c.shop = :shop) ORDER BY w.id")
                .bindArray("ids", UUID.class, cancellationIds)
                .bind("shop", shop)
                .map((row, context) -> read(row))
                .list());
  }

  public Optional<WorkItem> find(UUID id) {
    return one("SELECT * FROM work_item WHERE id = :id", id);
  }

  /** Locks the row until the transaction ends, so that one agent at a time takes it. */
  public Optional<WorkItem> lock(UUID id) {
    return one("SELECT * FROM work_item WHERE id = :id FOR NO KEY UPDATE", id);
  }

  /** Writes who has it. */
  public void saveOwner(WorkItem item) {
    jdbi.useHandle(
        handle ->
            handle.execute("UPDATE work_item SET owner = ? WHERE id = ?", item.owner(), item.id()));
  }

  private Optional<WorkItem> one(String sql, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(sql).bind("id", id).map((row, context) -> read(row)).findOne());
  }

  private static WorkItem read(ResultSet row) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new WorkItem(
        row.getObject("id", UUID.class),
        row.getObject("cancellation_id", UUID.class),
        ReasonCode.valueOf(row.getString("reason")),
        WorkItem.NextAction.valueOf(row.getString("next_action")),
        row.getString("owner"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        closed == null ? null : closed.toInstant());
  }
}
