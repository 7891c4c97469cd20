package org.countermand.proof;

import java.sql.SQLException;

/** Whether everything that was begun is over; where it need not be, what is not, by state. */
final class Ends implements Statement {

  private static final String OPEN =
      " state NOT IN ('COMPLETED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')";

  @Override
  public String id() {
    return "ends";
  }

  @Override
  public String sentence() {
    return "Every cancellation is over, or counted below by its state where it need not be.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws SQLException {
    Books books = evidence.books();
    tally.looked(books.number("SELECT count(*) FROM cancellation"));
    if (evidence.settled()) {
      books.each(
          "SELECT format('C-%s is %s since %s', lpad(number::text, 7, '0'), state,"
              + " greatest(received_at, decided_at, confirmed_at, held_at, executing_at))"
              + " FROM cancellation WHERE"
              + OPEN
              + " ORDER BY number",
          row -> tally.broken(row.getString(1)));
    } else {
      books.each(
          "SELECT state, count(*) FROM cancellation WHERE" + OPEN + " GROUP BY state ORDER BY 1",
          row -> tally.note("not over: %d %s".formatted(row.getLong(2), row.getString(1))));
    }
  }
}
