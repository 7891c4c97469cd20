package org.countermand.logistics.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Ids;
import org.countermand.logistics.model.StockMovement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the movements of stock; they are only ever added. */
@ApplicationScoped
public class StockRepository {

  @Inject private Jdbi jdbi;

  /** One movement per line of a cancellation, however often it is asked for. */
  public List<StockMovement> restock(UUID holdId, UUID orderId, Instant at) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createQuery("SELECT line_id FROM hold_line WHERE hold_id = :id AND held > 0")
              .bind("id", holdId)
              .mapTo(UUID.class)
              .list()
              .forEach(line -> move(handle, holdId, orderId, line, at));
          return ofHold(handle, holdId);
        });
  }

  private static void move(Handle handle, UUID holdId, UUID orderId, UUID lineId, Instant at) {
    handle.execute(
        "INSERT INTO stock_movement SELECT ?, h.cancellation_id, ?, l.line_id, h.warehouse, l.sku,"
            + " l.held, ? FROM hold_line l JOIN warehouse_hold h ON h.id = l.hold_id"
            + " WHERE l.hold_id = ? AND l.line_id = ?"
            + " ON CONFLICT (cancellation_id, line_id) DO NOTHING",
        Ids.next(),
        orderId,
        at,
        holdId,
        lineId);
  }

  private static List<StockMovement> ofHold(Handle handle, UUID holdId) {
    return handle
        .createQuery(
            "SELECT m.* FROM stock_movement m JOIN warehouse_hold h"
                + " ON h.cancellation_id = m.cancellation_id AND h.warehouse = m.warehouse"
                + " WHERE h.id = :id ORDER BY m.id")
        .bind("id", holdId)
        .map(
            (row, context) ->
                new StockMovement(
                    row.getObject("id", UUID.class),
                    row.getObject("cancellation_id", UUID.class),
                    row.getObject("order_id", UUID.class),
                    row.getObject("line_id", UUID.class),
                    row.getString("warehouse"),
                    row.getString("sku"),
                    row.getInt("units"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
