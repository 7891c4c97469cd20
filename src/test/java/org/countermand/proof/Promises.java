package org.countermand.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;

/** Whether what was executed is what the quotation said, on every tender and in the document. */
final class Promises implements Statement {

  private static final String SQL =
      """
      SELECT c.number, c.state, c.amount, c.currency, o.price_basis, q.body, q.digest,
             p.parts, n.notes, n.total, n.body AS credited, n.currency AS credit_currency, x.taxes,
             n.invoice_number = o.invoice_number AS invoice
      FROM cancellation c JOIN shop_order o ON o.id = c.order_id
      LEFT JOIN quotation q ON q.id = c.quotation_id::uuid
      LEFT JOIN LATERAL (SELECT string_agg(tender_id || '=' || amount, E'\\n') AS parts
                         FROM (SELECT tender_id, sum(amount) AS amount FROM refund_part
                               WHERE cancellation_id = c.id GROUP BY tender_id) t) p ON true
      LEFT JOIN LATERAL (SELECT count(*) AS notes, min(total) AS total, min(body) AS body,
                                min(currency) AS currency, min(id::text)::uuid AS id,
                                min(invoice_number) AS invoice_number
                         FROM document WHERE cancellation_id = c.id) n ON true
      LEFT JOIN LATERAL (SELECT string_agg(authority || ' ' || rate_percent || '=' || amount, E'\\n') AS taxes
                         FROM document_tax WHERE document_id = n.id) x ON true
      WHERE c.state IN ('CONFIRMED', 'HOLDING', 'REROUTED', 'EXECUTING', 'COMPLETED')
         OR n.notes > 0 OR p.parts IS NOT NULL
      """;

  private final Sha sha = new Sha();

  @Override
  public String id() {
    return "promises";
  }

  @Override
  public String sentence() {
    return "Of every cancellation, what goes back on each tender, its taxes and its one credit"
        + " document are those of its quotation.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws SQLException {
    evidence.books().each(SQL, row -> examine(row, tally));
  }

  private void examine(ResultSet row, Tally tally) throws SQLException {
    tally.looked();
    String name = Numbers.cancellation(row.getLong("number"));
    String state = row.getString("state");
    SortedMap<String, Long> parts = Pairs.read(row.getString("parts"));
    String body = row.getString("body");
    if (body == null || over(state)) {
      tally.broken(
          "%s is %s, has %s quotation, %d parts and %d credit documents"
              .formatted(
                  name, state, body == null ? "no" : "a", parts.size(), row.getLong("notes")));
      return;
    }
    String currency = row.getString("currency");
    Promise promise = Promise.read(body, currency, row.getString("price_basis").equals("NET"));
    promise.mistakes().forEach(mistake -> tally.broken(name + ": its quotation: " + mistake));
    tally.claim(sha.of(body).equals(row.getString("digest")), "%s: its quotation's digest", name);
    tally.claim(
        promise.total() == row.getLong("amount"),
        "%s: promised %s, and stands for %s",
        name,
        Minor.text(promise.total(), currency),
        Minor.text(row.getLong("amount"), currency));
    tally.claim(
        parts.equals(promise.tenders()),
        "%s: promised by tender %s, parts %s",
        name,
        promise.tenders(),
        parts);
    credit(row, name, promise, tally);
  }

  /** What ended otherwise moves no money and has no document. */
  private static boolean over(String state) {
    return switch (state) {
      case "CONFIRMED", "HOLDING", "REROUTED", "EXECUTING", "COMPLETED" -> false;
      default -> true;
    };
  }

  private static void credit(ResultSet row, String name, Promise promise, Tally tally)
      throws SQLException {
    long notes = row.getLong("notes");
    String state = row.getString("state");
    boolean right =
        switch (state) {
          case "COMPLETED" -> notes == 1;
          case "EXECUTING" -> notes <= 1;
          default -> notes == 0;
        };
    tally.claim(right, "%s is %s and has %d credit documents", name, state, notes);
    if (notes == 0) {
      return;
    }
    tally.claim(
        row.getLong("total") == promise.total()
            && row.getString("credit_currency").equals(row.getString("currency")),
        "%s: promised %s, credited %s",
        name,
        promise.total(),
        row.getLong("total"));
    tally.claim(row.getBoolean("invoice"), "%s: the credit document is of another invoice", name);
    String body = row.getString("credited");
    if (Paper.is(body)) {
      Paper paper = Paper.read(body, row.getString("currency"));
      tally.claim(
          paper.reckoned() || paper.charged().equals(promise.charged()),
          "%s: taxes promised %s, undone %s",
          name,
          promise.charged(),
          paper.charged());
      tally.claim(
          paper.reckoned() || paper.withheld().equals(promise.withheld()),
          "%s: taxes to be withheld %s, withheld %s",
          name,
          promise.withheld(),
          paper.withheld());
    } else {
      SortedMap<String, Long> taxes = Papers.normal(Pairs.read(row.getString("taxes")));
      tally.claim(
          body.equals(row.getString("body")) && taxes.equals(promise.charged()),
          "%s: the credit document is about something else",
          name);
    }
  }
}
