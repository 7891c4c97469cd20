package org.countermand.proof;

import java.util.List;

/** Stock and units. */
final class Goods {

  /**
   * Services are not packed, and goods that were stopped on their way come back by hand: neither
   * moves stock here. A release that the warehouse refused is somebody's work.
   */
  private static final Statement STOCK =
      new SqlStatement(
          "stock",
          "Every line of goods of a completed cancellation moved into stock once, and nothing else did.",
          "SELECT count(*) FROM cancelled_line l JOIN cancellation c ON c.id = l.cancellation_id"
              + " WHERE c.state = 'COMPLETED'",
          """
          WITH due AS (
            SELECT l.cancellation_id, l.line_id, l.held, c.order_id, o.sku,
                   c.state = 'COMPLETED' AND NOT EXISTS (
                     SELECT 1 FROM step s JOIN hold_line h ON h.hold_id = s.subject_id
                     WHERE s.cancellation_id = c.id AND s.kind = 'RELEASE' AND s.state = 'REFUSED'
                     AND h.line_id = l.line_id) AS must
            FROM cancelled_line l JOIN cancellation c ON c.id = l.cancellation_id
            JOIN order_line o ON o.id = l.line_id
            WHERE c.state IN ('COMPLETED', 'EXECUTING') AND l.held > 0
            AND o.item_class NOT IN ('SERVICE', 'DIGITAL', 'GIFT_CARD')),
          moved AS (
            SELECT cancellation_id, line_id, count(*) AS times, sum(units) AS units,
                   min(sku) AS sku, min(order_id::text) AS order_id
            FROM stock_movement GROUP BY cancellation_id, line_id)
          SELECT format('cancellation %s, line %s: held %s of %s, moved %s in %s movements of %s',
                        coalesce(d.cancellation_id, m.cancellation_id),
                        coalesce(d.line_id, m.line_id), coalesce(d.held, 0), d.sku,
                        coalesce(m.units, 0), coalesce(m.times, 0), m.sku)
          FROM due d FULL JOIN moved m
            ON m.cancellation_id = d.cancellation_id AND m.line_id = d.line_id
          WHERE d.line_id IS NULL OR (m.line_id IS NULL AND d.must)
             OR m.times <> 1 OR m.units <> d.held OR m.sku <> d.sku
             OR m.order_id <> d.order_id::text
          UNION ALL
          SELECT format('step %s: a warehouse did not release, and nobody was told', s.id)
          FROM step s WHERE s.kind = 'RELEASE' AND s.state = 'REFUSED' AND NOT EXISTS (
            SELECT 1 FROM work_item w WHERE w.cancellation_id = s.cancellation_id
            AND w.next_action = 'CALL_WAREHOUSE')
          """);

  /** What a cancellation undoes, by its state: nothing before a basis, all of it after. */
  private static final Statement UNITS =
      new SqlStatement(
          "units",
          "Of every order and article, the units ordered are those cancelled and those left.",
          "SELECT count(*) FROM (SELECT DISTINCT l.order_id, l.sku FROM order_line l"
              + " JOIN cancellation c ON c.order_id = l.order_id) articles",
          """
          WITH undone AS (
            SELECT l.cancellation_id, l.line_id, CASE
              WHEN c.state IN ('EXECUTING', 'COMPLETED')
                THEN CASE WHEN c.held_at IS NULL THEN l.asked ELSE l.held END
              WHEN c.state IN ('CONFIRMED', 'HOLDING', 'REROUTED') THEN l.asked
              ELSE 0 END AS units
            FROM cancelled_line l JOIN cancellation c ON c.id = l.cancellation_id),
          taken AS (
            SELECT cancellation_id, line_id, sum(last_unit - first_unit + 1) AS units
            FROM unit_claim GROUP BY cancellation_id, line_id),
          line AS (
            SELECT coalesce(u.line_id, t.line_id) AS id, sum(coalesce(u.units, 0)) AS undone,
                   sum(coalesce(t.units, 0)) AS taken,
                   bool_or(coalesce(u.units, 0) <> coalesce(t.units, 0)) AS differs
            FROM undone u FULL JOIN taken t
              ON t.cancellation_id = u.cancellation_id AND t.line_id = u.line_id
            GROUP BY 1)
          SELECT format('order %s, %s: ordered %s, cancelled %s, left %s', o.channel_number, l.sku,
                        sum(l.quantity), sum(coalesce(x.undone, 0)),
                        sum(l.quantity - coalesce(x.taken, 0)))
          FROM line x JOIN order_line l ON l.id = x.id JOIN shop_order o ON o.id = l.order_id
          GROUP BY o.id, o.channel_number, l.sku
          HAVING bool_or(x.differs) OR bool_or(coalesce(x.taken, 0) > l.quantity)
             OR sum(coalesce(x.undone, 0)) + sum(l.quantity - coalesce(x.taken, 0)) <> sum(l.quantity)
          UNION ALL
          SELECT format('line %s: units %s to %s of %s are claimed', l.id, k.first_unit, k.last_unit,
                        l.quantity)
          FROM unit_claim k JOIN order_line l ON l.id = k.line_id WHERE k.last_unit > l.quantity
          UNION ALL
          SELECT format('line %s: unit %s is claimed twice', line_id, first_unit)
          FROM (SELECT line_id, first_unit, max(last_unit) OVER (PARTITION BY line_id
                  ORDER BY first_unit ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
                FROM unit_claim) k WHERE k.first_unit <= k.before
          """);

  private Goods() {}

  static List<Statement> statements() {
    return List.of(STOCK, UNITS);
  }
}
