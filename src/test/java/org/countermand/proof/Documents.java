package org.countermand.proof;

import java.util.List;

/** Credit documents and letters. */
final class Documents {

  private static final Statement NUMBERS =
      new SqlStatement(
          "credit-numbers",
          "Credit documents are numbered from 1 without gap or repeat, per legal entity, series and"
              + " year.",
          "SELECT count(*) FROM document",
          """
          SELECT format('%s %s %s: %s documents with %s numbers from %s to %s, the counter says %s',
                        coalesce(n.legal_entity, d.legal_entity), coalesce(n.series, d.series),
                        coalesce(n.year, d.year), coalesce(n.documents, 0), n.numbers, n.least, n.last,
                        coalesce(d.last_number::text, 'nothing'))
          FROM (SELECT legal_entity, series, year, count(*) AS documents,
                       count(DISTINCT counter) AS numbers, min(counter) AS least, max(counter) AS last
                FROM document GROUP BY legal_entity, series, year) n
          FULL JOIN document_series d
            ON d.legal_entity = n.legal_entity AND d.series = n.series AND d.year = n.year
          WHERE coalesce(n.documents, 0) <> coalesce(d.last_number, -1)
             OR coalesce(n.last, 0) <> coalesce(d.last_number, -1)
             OR n.numbers <> n.documents OR n.least <> 1
          UNION ALL
          SELECT format('document %s of %s was issued on %s by %s', n.number, n.legal_entity,
                        n.issued_on, o.legal_entity)
          FROM document n JOIN shop_order o ON o.id = n.order_id
          WHERE n.legal_entity <> o.legal_entity
             OR n.year <> CASE WHEN n.year LIKE '%-%'
                  -- From April to March.
                  THEN to_char(n.issued_on - interval '3 months', 'YYYY') || '-'
                       || to_char(n.issued_on + interval '9 months', 'YY')
                  ELSE to_char(n.issued_on, 'YYYY') END
             OR n.number <> format('%s-%s-%s', n.series,
                  CASE WHEN n.year LIKE '%-%' THEN substr(replace(n.year, '-', ''), 3) ELSE n.year END,
                  lpad(n.counter::text, greatest(6, length(n.counter::text)), '0'))
          """);

  private static final Statement LETTERS =
      new SqlStatement(
          "letters",
          "Every cancellation was acknowledged once, and its end was told once.",
          "SELECT count(*) FROM cancellation",
          """
          WITH told AS (
            SELECT e.subject_id, count(DISTINCT e.id) FILTER (WHERE e.type = 'CANCELLATION_RECEIVED') AS received,
                   count(n.id) FILTER (WHERE e.type = 'CANCELLATION_RECEIVED') AS acknowledged,
                   count(DISTINCT e.id) FILTER (WHERE e.type = 'CANCELLATION_COMPLETED') AS completed,
                   count(n.id) FILTER (WHERE e.type = 'CANCELLATION_COMPLETED') AS closing,
                   count(DISTINCT e.id) FILTER (WHERE e.type = 'CANCELLATION_REFUSED') AS refused
            FROM event e LEFT JOIN envelope n ON n.event_id = e.id AND n.listener = 'NOTIFICATION'
            WHERE e.type LIKE 'CANCELLATION%' GROUP BY e.subject_id)
          SELECT format('C-%s %s: acknowledged by %s letters, completion told by %s, refusal by %s',
                        lpad(c.number::text, 7, '0'), c.state, coalesce(t.acknowledged, 0),
                        coalesce(t.closing, 0), coalesce(t.refused, 0))
          FROM cancellation c LEFT JOIN told t ON t.subject_id = c.id
          WHERE coalesce(t.received, 0) <> 1 OR coalesce(t.acknowledged, 0) <> 1
             OR coalesce(t.completed, 0) <> (c.state = 'COMPLETED')::int
             OR coalesce(t.closing, 0) <> (c.state = 'COMPLETED')::int
             OR coalesce(t.refused, 0) <> (c.state = 'REFUSED')::int
          """);

  private Documents() {}

  static List<Statement> statements() {
    return List.of(NUMBERS, LETTERS);
  }
}
