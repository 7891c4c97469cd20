package org.countermand.sandbox.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Years of trade, written in seconds: as many orders and cancellations as lists have to stay quick
 * on, with no more in them than lists show. They can be looked for, not worked on.
 *
 * <p>Of 1,000 orders one is of the shop {@code tiny}, a third of {@code linden}, the rest of {@code
 * retail}; every seventh came over the channel {@code market}, all others over {@code web}. Orders
 * are five minutes apart, the last hundredth is not yet delivered, one in 200 buyers is a Quennell,
 * and the order n has the number {@code N-n}.
 */
public final class ManyOrders {

  private static final String ORDER_ID =
      "CAST('01900000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0') AS uuid)";
  private static final String CANCELLATION_ID = ORDER_ID.replace("01900000", "01900001");

  private ManyOrders() {}

  /**
   * Writes them and has the database look at what it has.
   *
   * @param owner a connection of the tables' owner
   * @param cancellations at most as many as orders; spread over all of them
   */
  public static void write(Connection owner, int orders, int cancellations) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(orders(orders));
      statement.execute(buyers(orders));
      statement.execute(cancellations(orders, cancellations));
      statement.execute(workItems(cancellations));
      statement.execute("ANALYZE shop_order, buyer, cancellation, work_item");
    }
  }

  private static String orders(int count) {
    return """
        INSERT INTO shop_order (id, shop, legal_entity, channel, channel_number, refund_authority,
          currency, price_basis, placed_at, invoice_number, seller_tax_id, cheapest_delivery, stage,
          total)
        SELECT %1$s,
          CASE WHEN n %% 1000 = 0 THEN 'tiny' WHEN n %% 3 = 0 THEN 'linden' ELSE 'retail' END,
          'Many GmbH', CASE WHEN n %% 7 = 0 THEN 'market' ELSE 'web' END, 'N-' || n, 'MERCHANT',
          CASE WHEN n %% 5 = 0 THEN 'GBP' ELSE 'EUR' END, 'GROSS',
          timestamptz '2024-01-01T00:00:00Z' + n * interval '5 minutes', 'I-' || n, '', 0,
          CASE WHEN n > %2$d * 0.997 THEN 'NOT_STARTED' WHEN n > %2$d * 0.995 THEN 'PICKING'
            WHEN n > %2$d * 0.99 THEN 'HANDED_OVER' ELSE 'DELIVERED' END,
          n * 7919 %% 100000
        FROM generate_series(1, %2$d) n
        """
        .formatted(ORDER_ID.formatted("n"), count);
  }

  private static String buyers(int count) {
    return """
        INSERT INTO buyer SELECT %s, 'CONSUMER',
          (ARRAY['Ana', 'Ben', 'Chloé', 'Dora', 'Emil', 'Fatma', 'Gus', 'Hana'])[1 + n %% 8] || ' '
            || CASE WHEN n %% 200 = 0 THEN 'Quennell' ELSE (ARRAY['Keller', 'Müller', 'Schmidt',
              'Nguyen', 'Rossi', 'Okafor', 'Dubois', 'Novák', 'Weiß'])[1 + n / 8 %% 9] END,
          'buyer' || n * 31 %% 90000 || '@example.' || (ARRAY['org', 'com', 'net'])[1 + n %% 3],
          'DE', '', 'de', '', '' FROM generate_series(1, %d) n
        """
        .formatted(ORDER_ID.formatted("n"), count);
  }

  private static String cancellations(int orders, int count) {
    return """
        INSERT INTO cancellation (id, number, order_id, shop, channel, kind, state, basis_kind,
          basis_text, currency, amount, reason, findings, by_person, received_at, updated_at)
        SELECT %s, n, o.id, o.shop, o.channel, 'CANCELLATION',
          CASE WHEN n %% 10 = 0 THEN 'REFUSED' WHEN n %% 25 = 0 THEN 'WITHDRAWN'
            WHEN n %% 499 = 0 THEN 'REROUTED' ELSE 'COMPLETED' END,
          'Declaration', '', o.currency, o.total / 2, '', '[]', false,
          o.placed_at + interval '1 hour', o.placed_at + n %% 97 * interval '1 hour'
        FROM generate_series(1, %d) n JOIN shop_order o ON o.id = %s
        """
        .formatted(
            CANCELLATION_ID.formatted("n"), count, ORDER_ID.formatted("n * " + orders / count));
  }

  /** Every cancellation once needed a person; one in a hundred still does. */
  private static String workItems(int cancellations) {
    return """
        INSERT INTO work_item SELECT %s, %s, 'STAGE_NEEDS_REVIEW', 'DECIDE_REVIEW', '',
          timestamptz '2026-01-01', timestamptz '2026-01-02',
          CASE WHEN n %% 100 = 0 THEN NULL ELSE timestamptz '2026-01-02' END
        FROM generate_series(1, %d) n
        """
        .formatted(
            CANCELLATION_ID.replace("01900001", "01900002").formatted("n"),
            CANCELLATION_ID.formatted("n"),
            cancellations);
  }
}
