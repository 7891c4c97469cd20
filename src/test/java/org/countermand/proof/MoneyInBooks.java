package org.countermand.proof;

import java.util.List;

/** What the books alone say about money. */
final class MoneyInBooks {

  private static final Statement PAID =
      new SqlStatement(
          "paid-books",
          "No tender and no order gives back more than was paid, by the books.",
          "SELECT count(*) FROM tender_account",
          """
          WITH given AS (
            SELECT tender_id, coalesce(sum(amount) FILTER (WHERE kind IN ('REFUND', 'CREDIT')), 0) AS refunded,
                   coalesce(sum(amount) FILTER (WHERE kind NOT IN ('REFUND', 'CREDIT')), 0) AS released
            FROM refund_part WHERE reserved GROUP BY tender_id)
          SELECT format('tender %s of order %s: refunded %s, given up %s, taken %s, authorized %s %s',
                        t.id, o.channel_number, g.refunded, g.released, a.captured, t.authorized,
                        o.currency)
          FROM given g JOIN tender t ON t.id = g.tender_id JOIN shop_order o ON o.id = t.order_id
          LEFT JOIN tender_account a ON a.tender_id = t.id
          WHERE g.refunded > coalesce(a.captured, 0) OR g.released > t.authorized
             OR g.refunded + g.released > t.authorized
          UNION ALL
          SELECT format('order %s: %s of %s %s', o.channel_number, g.given, t.paid, o.currency)
          FROM (SELECT p.order_id, sum(p.amount) AS given FROM refund_part p WHERE p.reserved
                GROUP BY p.order_id) g
          JOIN shop_order o ON o.id = g.order_id
          JOIN LATERAL (SELECT sum(authorized) AS paid FROM tender WHERE order_id = o.id) t ON true
          WHERE g.given > t.paid
          UNION ALL
          SELECT format('part %s is in %s, its order in %s', p.id, p.currency, o.currency)
          FROM refund_part p JOIN shop_order o ON o.id = p.order_id JOIN tender t ON t.id = p.tender_id
          WHERE p.currency <> o.currency OR t.order_id <> p.order_id
          """);

  private static final Statement ACCOUNTS =
      new SqlStatement(
          "accounts",
          "Every tender's account is the sum of the parts that are drawn on it.",
          "SELECT count(*) FROM tender_account",
          // An authorization that was gone when its part began is given up without being charged.
          """
          SELECT format('account of tender %s of order %s: refunded %s given up %s, its parts %s and %s',
                        a.tender_id, o.channel_number, a.refunded, a.released,
                        coalesce(p.refunded, 0), coalesce(p.released, 0))
          FROM tender_account a JOIN shop_order o ON o.id = a.order_id
          LEFT JOIN (SELECT tender_id, sum(amount) FILTER (WHERE kind IN ('REFUND', 'CREDIT')) AS refunded,
                            sum(amount) FILTER (WHERE kind NOT IN ('REFUND', 'CREDIT')) AS released
                     FROM refund_part WHERE reserved GROUP BY tender_id) p
            ON p.tender_id = a.tender_id
          WHERE a.refunded <> coalesce(p.refunded, 0)
             OR CASE WHEN a.state = 'RELEASED' THEN a.released > coalesce(p.released, 0)
                     ELSE a.released <> coalesce(p.released, 0) END
          UNION ALL
          SELECT format('part %s of tender %s has no account', p.id, p.tender_id)
          FROM refund_part p LEFT JOIN tender_account a ON a.tender_id = p.tender_id
          WHERE a.tender_id IS NULL
          """);

  private static final Statement FAILED =
      new SqlStatement(
          "failed-refunds",
          "Every refund that failed is, or was, somebody's work.",
          "SELECT count(*) FROM refund_part WHERE state IN ('FAILED', 'REVERSED')",
          """
          SELECT format('part %s of C-%s: %s %s failed and nobody was told', p.id,
                        lpad(c.number::text, 7, '0'), p.amount, p.currency)
          FROM refund_part p JOIN cancellation c ON c.id = p.cancellation_id
          WHERE p.state IN ('FAILED', 'REVERSED') AND NOT EXISTS (
            SELECT 1 FROM work_item w WHERE w.cancellation_id = c.id
            AND w.reason IN ('REFUND_FAILED', 'GATEWAY_REFUSED'))
          """);

  /**
   * Computed anew from what the order was charged, by the rule of frozen shares, less what was
   * kept. A charge that was not taken whole came back by the lines that bear it, where the order's
   * terms say so.
   */
  private static final Statement SHARES =
      new SqlStatement(
          "shares",
          "Every credit is, to the minor unit, what its units and charges cost when they were bought,"
              + " less what was kept.",
          "SELECT count(*) FROM document",
          """
          WITH coarse AS (
            SELECT o.id, CASE o.currency WHEN 'MGA' THEN 100 ELSE 10 END AS step
            FROM shop_order o
            WHERE o.currency IN ('BHD', 'JOD', 'KWD', 'MGA', 'OMR', 'TND')),
          paid AS (
            SELECT l.order_id, l.goods AS amount FROM order_line l
            UNION ALL SELECT l.order_id, d.amount FROM discount_share d
                      JOIN order_line l ON l.id = d.owner_id
            UNION ALL SELECT h.order_id, h.amount FROM order_charge h
            UNION ALL SELECT l.order_id, t.amount FROM tax_line t
                      JOIN order_line l ON l.id = t.owner_id
                      JOIN shop_order o ON o.id = l.order_id AND o.price_basis = 'NET'
            UNION ALL SELECT h.order_id, t.amount FROM tax_line t
                      JOIN order_charge h ON h.id = t.owner_id
                      JOIN shop_order o ON o.id = h.order_id AND o.price_basis = 'NET'),
          stepped AS (
            SELECT c.id, c.step FROM coarse c WHERE NOT EXISTS (
              SELECT 1 FROM paid p WHERE p.order_id = c.id AND p.amount % c.step <> 0)),
          shared AS (
            SELECT h.id, h.order_id, h.line_id, coalesce(s.step, 1) AS step, x.n, x.total
            FROM order_charge h
            JOIN shop_order o ON o.id = h.order_id
            LEFT JOIN stepped s ON s.id = o.id
            JOIN LATERAL (
              SELECT 0 AS n, h.amount AS total
              UNION ALL SELECT t.position, t.amount FROM tax_line t
                        WHERE t.owner_id = h.id AND o.price_basis = 'NET') x ON true
            WHERE h.order_id IN (SELECT n.order_id FROM document n)
            AND NOT EXISTS (SELECT 1 FROM charge_claim q WHERE q.charge_id = h.id)
            AND (SELECT r.body FROM terms_revision r
                 WHERE r.shop IN (o.shop, '*') AND r.effective_from <= o.placed_at
                 ORDER BY (r.shop = '*'), r.revision DESC LIMIT 1)
                LIKE '%charge' || chr(9) || h.kind || chr(9) || 'WITH_UNITS%'),
          borne AS (
            SELECT b.*, l.id AS bearer, l.position,
                   CASE WHEN sum(l.goods) OVER w = 0 THEN 1 ELSE l.goods END AS weight
            FROM shared b JOIN order_line l
              ON l.order_id = b.order_id AND l.id = coalesce(b.line_id, l.id)
            WINDOW w AS (PARTITION BY b.id, b.n)),
          upto AS (
            SELECT b.*, b.step * round(b.total::numeric / b.step * sum(b.weight) OVER sofar
                                       / sum(b.weight) OVER w) AS until
            FROM borne b
            WINDOW w AS (PARTITION BY b.id, b.n),
                   sofar AS (PARTITION BY b.id, b.n ORDER BY b.position)),
          bearing AS (
            SELECT u.bearer, u.until - coalesce(lag(u.until) OVER sofar, 0) AS total FROM upto u
            WINDOW sofar AS (PARTITION BY u.id, u.n ORDER BY u.position)),
          cost AS (
            SELECT n.cancellation_id, sum(m.amount) AS amount FROM document n
            JOIN shop_order o ON o.id = n.order_id
            LEFT JOIN stepped s ON s.id = o.id
            JOIN LATERAL (
              SELECT coalesce(s.step, 1) * (
                     round(k.last_unit::numeric * x.total / coalesce(s.step, 1) / l.quantity)
                     - round((k.first_unit - 1)::numeric * x.total / coalesce(s.step, 1)
                             / l.quantity)) AS amount
              FROM unit_claim k JOIN order_line l ON l.id = k.line_id
              JOIN LATERAL (
                SELECT l.goods AS total
                UNION ALL SELECT d.amount FROM discount_share d WHERE d.owner_id = l.id
                UNION ALL SELECT t.amount FROM tax_line t
                          WHERE t.owner_id = l.id AND o.price_basis = 'NET'
                UNION ALL SELECT y.total FROM bearing y WHERE y.bearer = l.id) x ON true
              WHERE k.cancellation_id = n.cancellation_id
              UNION ALL
              SELECT h.amount + coalesce((SELECT sum(t.amount) FROM tax_line t
                                          WHERE t.owner_id = h.id AND o.price_basis = 'NET'), 0)
              FROM charge_claim q JOIN order_charge h ON h.id = q.charge_id
              WHERE q.cancellation_id = n.cancellation_id
              UNION ALL
              SELECT - e.amount FROM retention e
              WHERE e.cancellation_id = n.cancellation_id) m ON true
            GROUP BY n.cancellation_id)
          SELECT format('C-%s: credited %s, its units cost %s %s', lpad(c.number::text, 7, '0'),
                        n.total, coalesce(x.amount, 0), n.currency)
          FROM document n JOIN cancellation c ON c.id = n.cancellation_id
          LEFT JOIN cost x ON x.cancellation_id = n.cancellation_id
          WHERE n.total <> coalesce(x.amount, 0)
          """);

  private MoneyInBooks() {}

  static List<Statement> statements() {
    return List.of(PAID, ACCOUNTS, SHARES, FAILED);
  }
}
