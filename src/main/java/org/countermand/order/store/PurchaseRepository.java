package org.countermand.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.countermand.order.model.Purchase;
import org.jdbi.v3.core.Jdbi;

/** Finds what customers bought, over all their orders of a channel. */
@ApplicationScoped
public class PurchaseRepository {

  private static final String LINES =
      "SELECT lower(b.email) AS email, o.id AS order_id, l.id AS line_id, o.channel_number,"
          + " l.position, l.sku, o.placed_at, l.quantity - coalesce((SELECT"
          + " sum(c.last_unit - c.first_unit + 1) FROM unit_claim c WHERE c.line_id = l.id), 0)"
          + " AS free FROM buyer b JOIN shop_order o ON o.id = b.order_id"
          + " JOIN order_line l ON l.order_id = o.id"
          + " WHERE lower(b.email) = lower(:email) AND o.shop = :shop AND o.channel = :channel";

  @Inject private Jdbi jdbi;

  /** The lines of one customer's orders, in no order. */
  public List<Purchase> of(String shop, String channel, String email) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LINES)
                .bind("shop", shop)
                .bind("channel", channel)
                .bind("email", email)
                .map(
                    (row, context) ->
                        new Purchase(
                            row.getString("email"),
                            row.getObject("order_id", UUID.class),
                            row.getObject("line_id", UUID.class),
                            row.getString("channel_number"),
                            row.getInt("position"),
                            row.getString("sku"),
                            row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                            row.getInt("free")))
                .list());
  }
}
