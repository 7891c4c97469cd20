package org.countermand.platform.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The answers to several queries about one id that are sent together, read in the order of asking.
 * What is many small queries otherwise costs more by its waiting than by its work. Each query sees
 * what was committed when it begins, so one that locks may stand before those that read.
 */
public final class RoundTrip {

  /**
   * Reads a row.
   *
   * @param <T> what it becomes
   */
  public interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final PreparedStatement statement;
  private boolean begun;

  private RoundTrip(PreparedStatement statement) {
    this.statement = statement;
  }

  /**
   * Asks and reads.
   *
   * @param queries parted by semicolons; every parameter of theirs is the id
   * @param reading takes the answers, all or the first of them
   * @throws IllegalStateException if the database fails
   */
  public static <T> T ask(Handle handle, String queries, UUID id, Function<RoundTrip, T> reading) {
    try (PreparedStatement statement = handle.getConnection().prepareStatement(queries)) {
      int parameters = Math.toIntExact(queries.chars().filter(c -> c == '?').count());
      for (int i = 1; i <= parameters; i++) {
        statement.setObject(i, id);
      }
      statement.execute();
      return reading.apply(new RoundTrip(statement));
    } catch (SQLException e) {
      throw new IllegalStateException("The database did not answer", e);
    }
  }

  /** The next answer: all rows. */
  public <T> List<T> rows(Reading<T> reading) {
    try (ResultSet rows = next()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(reading.read(rows));
      }
      return list;
    } catch (SQLException e) {
      throw new IllegalStateException("An answer cannot be read", e);
    }
  }

  /** The next answer: its only row, if there is one. */
  public <T> Optional<T> row(Reading<T> reading) {
    return rows(reading).stream().findFirst();
  }

  /** The next answer: all rows by the id in their first column. */
  public <T> Map<UUID, List<T>> grouped(Reading<T> reading) {
    Map<UUID, List<T>> groups = new HashMap<>();
    rows(
        row ->
            groups
                .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                .add(reading.read(row)));
    return groups;
  }

  private ResultSet next() throws SQLException {
    if (begun) {
      // A row may be half read while the answers after it are taken.
      statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
    }
    begun = true;
    return statement.getResultSet();
  }
}
