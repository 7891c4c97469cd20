package org.countermand.cancellation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.kernel.ReasonCode;
import org.jdbi.v3.core.Jdbi;

/** Keeps what needs a person. */
@ApplicationScoped
public class WorkItemRepository {

  @Inject private Jdbi jdbi;

  /** Opens an item, unless one for the same reason is open. */
  public void open(WorkItem item) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO work_item VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                item.id(),
                item.cancellationId(),
                item.reason().name(),
                item.nextAction().name(),
                item.owner(),
                item.openedAt(),
                item.dueAt()));
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
                .map(
                    (row, context) -> {
                      OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
                      return new WorkItem(
                          row.getObject("id", UUID.class),
                          cancellationId,
                          ReasonCode.valueOf(row.getString("reason")),
                          WorkItem.NextAction.valueOf(row.getString("next_action")),
                          row.getString("owner"),
                          row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                          row.getObject("due_at", OffsetDateTime.class).toInstant(),
                          closed == null ? null : closed.toInstant());
                    })
                .list());
  }
}
