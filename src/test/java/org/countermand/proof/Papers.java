package org.countermand.proof;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether documents say what the lists say of them, word for word as they were issued. */
final class Papers implements Statement {

  private static final String SQL =
      """
      SELECT n.legal_entity, n.number, n.cancellation_id, n.order_id, n.issued_on, n.kind, n.currency,
             n.total, n.corrects, n.digest, n.body, x.taxes
      FROM document n
      LEFT JOIN LATERAL (SELECT string_agg(authority || ' ' || rate_percent || '=' || amount, E'\\n') AS taxes
                         FROM document_tax WHERE document_id = n.id) x ON true
      """;

  private final Sha sha = new Sha();

  @Override
  public String id() {
    return "documents";
  }

  @Override
  public String sentence() {
    return "Every credit document is the text that was issued, adds up, and says what the lists say"
        + " of it.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws SQLException {
    evidence.books().each(SQL, row -> examine(row, tally));
  }

  private void examine(ResultSet row, Tally tally) throws SQLException {
    tally.looked();
    String name = row.getString("legal_entity") + " " + row.getString("number");
    String body = row.getString("body");
    tally.claim(sha.of(body).equals(row.getString("digest")), "%s: its digest", name);
    if (!Paper.is(body)) {
      return;
    }
    Paper paper = Paper.read(body, row.getString("currency"));
    said(tally, name, "number", paper, row.getString("number"));
    said(tally, name, "cancellation", paper, row.getString("cancellation_id"));
    said(tally, name, "supply", paper, row.getString("order_id"));
    said(tally, name, "issued", paper, row.getString("issued_on"));
    said(tally, name, "ruling", paper, row.getString("kind"));
    said(tally, name, "corrects", paper, row.getString("corrects"));
    tally.claim(
        paper.repaid() == row.getLong("total") && paper.sum() == row.getLong("total"),
        "%s: comes to %s, says %s, the list says %s",
        name,
        paper.sum(),
        paper.repaid(),
        row.getLong("total"));
    SortedMap<String, Long> taxes = normal(Pairs.read(row.getString("taxes")));
    tally.claim(
        taxes.equals(paper.stated()),
        "%s: states the taxes %s, the list %s",
        name,
        paper.stated(),
        taxes);
  }

  private static void said(Tally tally, String name, String word, Paper paper, String listed) {
    tally.claim(
        paper.head(word).equals(listed),
        "%s: its %s is %s, the list says %s",
        name,
        word,
        paper.head(word),
        listed);
  }

  /** Rates as numbers: {@code 19.00} is {@code 19}. */
  static SortedMap<String, Long> normal(SortedMap<String, Long> taxes) {
    SortedMap<String, Long> normal = new TreeMap<>();
    taxes.forEach(
        (key, amount) -> {
          int space = key.lastIndexOf(' ');
          normal.merge(
              Promise.taxKey(key.substring(0, space), new BigDecimal(key.substring(space + 1))),
              amount,
              Long::sum);
        });
    return normal;
  }
}
