package org.countermand.logistics.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldLine;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.HoldStatus;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps holds. */
@ApplicationScoped
public class HoldRepository {

  @Inject private Jdbi jdbi;

  public void insert(HoldRequest request, Instant at) {
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "INSERT INTO warehouse_hold VALUES (?, ?, ?, ?, ?, ?)",
              request.id(),
              request.cancellationId(),
              request.warehouse(),
              request.orderNumber(),
              HoldStatus.PENDING.name(),
              at);
          for (HoldLine line : request.lines()) {
            handle.execute(
                "INSERT INTO hold_line VALUES (?, ?, ?, ?, 0)",
                request.id(),
                line.lineId(),
                line.sku(),
                line.units());
          }
        });
  }

  public HoldRequest request(UUID holdId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM warehouse_hold WHERE id = :id")
                .bind("id", holdId)
                .map(
                    (row, context) ->
                        new HoldRequest(
                            holdId,
                            row.getObject("cancellation_id", UUID.class),
                            row.getString("warehouse"),
                            row.getString("order_number"),
                            lines(handle, holdId, "units", true)))
                .one());
  }

  public void answered(HoldAnswer answer, Instant at) {
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "UPDATE warehouse_hold SET status = ?, answered_at = coalesce(answered_at, ?)"
                  + " WHERE id = ?",
              answer.status().name(),
              at,
              answer.id());
          for (HoldLine line : answer.held()) {
            handle.execute(
                "UPDATE hold_line SET held = least(units, greatest(0, ?))"
                    + " WHERE hold_id = ? AND line_id = ?",
                line.units(),
                answer.id(),
                line.lineId());
          }
        });
  }

  public List<HoldAnswer> ofCancellation(UUID cancellationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id, status FROM warehouse_hold WHERE cancellation_id = :id"
                        + " ORDER BY id")
                .bind("id", cancellationId)
                .map(
                    (row, context) -> {
                      UUID id = row.getObject("id", UUID.class);
                      return new HoldAnswer(
                          id,
                          HoldStatus.valueOf(row.getString("status")),
                          lines(handle, id, "held", false));
                    })
                .list());
  }

  public Optional<UUID> cancellationOf(UUID holdId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT cancellation_id FROM warehouse_hold WHERE id = :id")
                .bind("id", holdId)
                .mapTo(UUID.class)
                .findOne());
  }

  private static List<HoldLine> lines(Handle handle, UUID holdId, String column, boolean all) {
    return handle
        .createQuery(
            "SELECT line_id, sku, <column> AS n FROM hold_line WHERE hold_id = :id"
                + " AND (<column> > 0 OR :all) ORDER BY line_id")
        .define("column", column)
        .bind("id", holdId)
        .bind("all", all)
        .map(
            (row, context) ->
                new HoldLine(
                    row.getObject("line_id", UUID.class), row.getString("sku"), row.getInt("n")))
        .list();
  }
}
