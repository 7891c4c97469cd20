package org.countermand.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.GuestOrder;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Order;
import org.countermand.order.model.Orders;
import org.countermand.order.model.Placed;
import org.countermand.order.model.UnitRange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps orders, and which of their units and charges are taken. */
@ApplicationScoped
public class OrderRepository implements Orders {

  @Inject private Jdbi jdbi;

  @Override
  public Optional<Order> find(UUID orderId) {
    return jdbi.withHandle(handle -> OrderReading.read(handle, orderId));
  }

  /** By number and e-mail together; the latest where several channels use one number. */
  public Optional<GuestOrder> findForGuest(String number, String email) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT o.id, o.shop FROM shop_order o JOIN buyer b ON b.order_id = o.id"
                        + " WHERE o.channel_number = :number AND lower(b.email) = lower(:email)"
                        + " ORDER BY o.placed_at DESC LIMIT 1")
                .bind("number", number)
                .bind("email", email)
                .map(
                    (row, context) ->
                        new GuestOrder(row.getObject("id", UUID.class), row.getString("shop")))
                .findOne());
  }

  /** Locks the row and reads what is true under the lock. */
  public Optional<Order> lock(UUID orderId) {
    return jdbi.withHandle(handle -> OrderReading.lock(handle, orderId));
  }

  /** Stores it, or gives the one that is there already under its channel's number. */
  public Decision<Placed> insert(NewOrder order) {
    return jdbi.withHandle(
        handle ->
            OrderWriting.write(handle, order)
                ? Decision.yes(new Placed(order.order(), true))
                : existing(handle, order));
  }

  public void claim(
      UUID orderId, UUID cancellationId, Map<UUID, List<UnitRange>> units, List<UUID> charges) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO unit_claim (line_id, order_id, first_unit, last_unit,"
                      + " cancellation_id) VALUES (:line, :order, :first, :last, :cancellation)");
          units.forEach(
              (line, ranges) ->
                  ranges.forEach(
                      range ->
                          batch
                              .bind("line", line)
                              .bind("order", orderId)
                              .bind("first", range.first())
                              .bind("last", range.last())
                              .bind("cancellation", cancellationId)
                              .add()));
          batch.execute();
          for (UUID charge : charges) {
            handle
                .createUpdate(
                    "INSERT INTO charge_claim (charge_id, order_id, cancellation_id)"
                        + " VALUES (:charge, :order, :cancellation)")
                .bind("charge", charge)
                .bind("order", orderId)
                .bind("cancellation", cancellationId)
                .execute();
          }
        });
  }

  public void unclaim(UUID cancellationId) {
    jdbi.useHandle(
        handle -> {
          handle.execute("DELETE FROM unit_claim WHERE cancellation_id = ?", cancellationId);
          handle.execute("DELETE FROM charge_claim WHERE cancellation_id = ?", cancellationId);
        });
  }

  private static Decision<Placed> existing(Handle handle, NewOrder order) {
    Order wanted = order.order();
    UUID id =
        idByNumber(handle, wanted.shop(), wanted.channel(), wanted.channelNumber()).orElseThrow();
    String digest =
        handle
            .createQuery("SELECT digest FROM order_payload WHERE order_id = :id")
            .bind("id", id)
            .mapTo(String.class)
            .one();
    return digest.equals(Digest.sha256(order.payload()))
        ? Decision.yes(new Placed(OrderReading.read(handle, id).orElseThrow(), false))
        : Decision.no(Finding.of(ReasonCode.ORDER_CONFLICT, "number", wanted.channelNumber()));
  }

  private static Optional<UUID> idByNumber(
      Handle handle, String shop, String channel, String number) {
    return handle
        .createQuery(
            "SELECT id FROM shop_order WHERE shop = :shop AND channel = :channel"
                + " AND channel_number = :number")
        .bind("shop", shop)
        .bind("channel", channel)
        .bind("number", number)
        .mapTo(UUID.class)
        .findOne();
  }
}
