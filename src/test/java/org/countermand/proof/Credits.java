package org.countermand.proof;

import java.util.List;

/** Gift cards and store credit: what the ledger of our own says, against the books. */
final class Credits {

  private static final Statement RESTORED =
      new SqlStatement(
          "credits",
          "What went back onto gift cards and store credit is booked there, once and to the cent.",
          """
          SELECT (SELECT count(*) FROM refund_part WHERE kind = 'CREDIT' AND state = 'SUCCEEDED')
               + (SELECT count(*) FROM credit_entry WHERE kind = 'RESTORED')
          """,
          """
          WITH part AS (
            SELECT p.id::text AS id, p.amount, p.currency, p.reserved, o.shop, t.reference,
                   t.gateway
            FROM refund_part p JOIN tender t ON t.id = p.tender_id
            JOIN shop_order o ON o.id = p.order_id
            WHERE p.kind = 'CREDIT' AND p.state = 'SUCCEEDED'),
          booked AS (
            SELECT e.subject, e.amount, a.currency, a.shop, a.reference
            FROM credit_entry e JOIN credit_account a ON a.id = e.account_id
            WHERE e.kind = 'RESTORED')
          SELECT format('part %s: %s %s back on %s in the books, %s in the ledger of credit',
                        coalesce(p.id, b.subject), p.amount, p.currency, p.reference,
                        coalesce(b.amount || ' ' || b.currency || ' on ' || b.reference, 'nothing'))
          FROM part p FULL JOIN booked b ON b.subject = p.id
          WHERE p.id IS NULL OR b.subject IS NULL OR p.amount <> b.amount
             OR p.currency <> b.currency OR p.shop <> b.shop OR p.reference <> b.reference
             OR p.gateway <> 'credit' OR NOT p.reserved
          UNION ALL
          SELECT format('part %s on credit is %s by %s', p.id, p.state, p.kind)
          FROM refund_part p JOIN tender t ON t.id = p.tender_id
          WHERE t.gateway = 'credit' AND p.reserved AND p.kind <> 'CREDIT'
          UNION ALL
          SELECT format('all parts on credit come to %s %s, all that is booked to %s', p.amount,
                        p.currency, coalesce(b.amount, 0))
          FROM (SELECT currency, sum(amount) AS amount FROM part GROUP BY currency) p
          LEFT JOIN (SELECT currency, sum(amount) AS amount FROM booked GROUP BY currency) b
            ON b.currency = p.currency
          WHERE p.amount <> coalesce(b.amount, 0)
          """);

  private static final Statement CARDS =
      new SqlStatement(
          "cards",
          "No gift card or store credit was ever overdrawn, and cards that were cancelled are taken"
              + " back.",
          "SELECT count(*) FROM credit_account",
          """
          SELECT format('%s %s of %s stands at %s %s after %s entries', a.kind, a.reference, a.shop,
                        s.balance, a.currency, s.entries)
          FROM credit_account a
          JOIN (SELECT account_id, sum(amount) AS balance, count(*) AS entries FROM credit_entry
                GROUP BY account_id) s ON s.account_id = a.id
          WHERE s.balance < 0
          UNION ALL
          SELECT format('%s of %s is booked %s times', kind, subject, count(*))
          FROM credit_entry WHERE kind <> 'SPENT'
          GROUP BY kind, subject HAVING count(*) > 1
          UNION ALL
          SELECT format('C-%s %s: gift card of line %s was taken back %s times and given again %s',
                        lpad(c.number::text, 7, '0'), c.state, k.line_id, coalesce(e.taken, 0),
                        coalesce(e.returned, 0))
          FROM (SELECT DISTINCT cancellation_id, line_id FROM unit_claim) k
          JOIN order_line l ON l.id = k.line_id AND l.item_class = 'GIFT_CARD' AND l.goods > 0
          JOIN cancellation c ON c.id = k.cancellation_id
          LEFT JOIN (SELECT subject, count(*) FILTER (WHERE kind = 'TAKEN_BACK') AS taken,
                            count(*) FILTER (WHERE kind = 'RETURNED') AS returned
                     FROM credit_entry WHERE kind IN ('TAKEN_BACK', 'RETURNED') GROUP BY subject) e
            ON e.subject = c.id || ':' || k.line_id
          WHERE coalesce(e.taken, 0) <> 1 OR coalesce(e.returned, 0) <> 0
          UNION ALL
          SELECT format('%s: taken back of a card and kept, and no unit is cancelled', e.subject)
          FROM credit_entry e WHERE e.kind = 'TAKEN_BACK'
            AND NOT EXISTS (SELECT 1 FROM credit_entry r
                            WHERE r.kind = 'RETURNED' AND r.subject = e.subject)
            AND NOT EXISTS (SELECT 1 FROM unit_claim k
                            WHERE k.cancellation_id || ':' || k.line_id = e.subject)
          """);

  private Credits() {}

  static List<Statement> statements() {
    return List.of(RESTORED, CARDS);
  }
}
