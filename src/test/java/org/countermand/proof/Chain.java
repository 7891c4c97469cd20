package org.countermand.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether the audit log's chain is whole: numbers without a gap, every digest over the text that is
 * stored and over the digest before. The columns beside a text must say what the text says.
 */
final class Chain implements Statement {

  private static final String SQL =
      "SELECT l.number, l.entry_id, l.entry_digest, l.chain, e.* FROM audit_leaf l"
          + " LEFT JOIN audit_entry e ON e.id = l.entry_id ORDER BY l.number";

  private final Sha sha = new Sha();
  private String previous = "0".repeat(64);
  private long expected;

  @Override
  public String id() {
    return "chain";
  }

  @Override
  public String sentence() {
    return "The chain over the audit log is unbroken, and every entry is in it.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws SQLException {
    Books books = evidence.books();
    books.each(SQL, row -> examine(row, tally));
    books.each(
        "SELECT e.id, e.what FROM audit_entry e LEFT JOIN audit_leaf l ON l.entry_id = e.id"
            + " LEFT JOIN audit_pending p ON p.entry_id = e.id"
            + " WHERE l.number IS NULL AND p.entry_id IS NULL",
        row ->
            tally.broken(
                "entry %s %s is in no chain".formatted(row.getString(1), row.getString(2))));
    long waiting = books.number("SELECT count(*) FROM audit_pending");
    if (waiting > 0 && evidence.settled()) {
      tally.broken(waiting + " entries wait for their place");
    } else if (waiting > 0) {
      tally.note(waiting + " entries wait for their place");
    }
  }

  private void examine(ResultSet row, Tally tally) throws SQLException {
    tally.looked();
    long number = row.getLong("number");
    tally.claim(number == ++expected, "leaf %d follows leaf %d", number, expected - 1);
    expected = number;
    String body = row.getString("body");
    if (body == null) {
      tally.broken("leaf %d has no entry".formatted(number));
      return;
    }
    String digest = sha.of(body);
    tally.claim(
        digest.equals(row.getString("entry_digest")), "leaf %d: the entry was changed", number);
    tally.claim(
        sha.of(previous + row.getString("entry_digest")).equals(row.getString("chain")),
        "leaf %d does not follow from the one before",
        number);
    previous = row.getString("chain");
    tally.claim(agrees(row, body), "leaf %d: the columns say something else than the text", number);
  }

  private static boolean agrees(ResultSet row, String body) throws SQLException {
    Map<String, String> told = new HashMap<>();
    body.substring(body.indexOf('\f') + 1)
        .lines()
        .map(line -> line.split(" ", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> told.putIfAbsent(pair[0], pair[1]));
    return row.getString("id").equals(told.get("id"))
        && row.getString("what").equals(told.get("what"))
        && row.getString("order_id").equals(told.get("order"))
        && row.getString("subject_id").equals(told.get("subject"))
        && (row.getString("actor_kind") + " " + row.getString("actor_id")).equals(told.get("actor"))
        && sameMoment(row.getObject("at", OffsetDateTime.class), told.get("at"));
  }

  /** The database keeps microseconds. */
  private static boolean sameMoment(OffsetDateTime column, String text) {
    try {
      java.time.Instant told = java.time.Instant.parse(text);
      return Math.abs(java.time.Duration.between(column.toInstant(), told).toNanos()) < 1000;
    } catch (java.time.format.DateTimeParseException | NullPointerException unreadable) {
      return false;
    }
  }
}
