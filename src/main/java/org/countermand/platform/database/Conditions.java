package org.countermand.platform.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countermand.kernel.Period;
import org.jdbi.v3.core.statement.Query;

/**
 * Conditions that are added to a query only where they are asked for, so that the database plans
 * for exactly those, with the values that they bind. Never holds text that somebody has typed in
 * its SQL.
 */
public final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /** Adds a condition without a value. */
  public Conditions and(String sql) {
    conditions.add(sql);
    return this;
  }

  /** Adds a condition and the value that it names. */
  public Conditions and(String sql, String name, Object value) {
    return and(sql).value(name, value);
  }

  /** Adds a value that is named elsewhere in the query. */
  public Conditions value(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Adds that a column lies within a period; binds {@code from} and {@code until}. */
  public Conditions within(String column, Period period) {
    period.from().ifPresent(from -> and(column + " >= :from", "from", from));
    period.until().ifPresent(until -> and(column + " < :until", "until", until));
    return this;
  }

  /** As they stand behind an {@code AND}. */
  public String sql() {
    return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
  }

  /** Gives the query the values. */
  public Query bind(Query query) {
    return query.bindMap(values);
  }
}
