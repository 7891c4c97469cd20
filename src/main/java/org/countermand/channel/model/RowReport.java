package org.countermand.channel.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the rows of a day came to; nothing is lost between {@code rows} and its parts.
 *
 * @param rows all rows of the day, and all whose day cannot be told
 * @param orderLines rows that are lines of orders
 * @param notOrdered how many are not, by reason
 * @param problems the first of those that are not, as many as a person can look at
 * @param rounded lines of orders whose price had to be rounded to the minor unit
 */
public record RowReport(
    long rows,
    long orderLines,
    Map<RowReason, Long> notOrdered,
    List<RowProblem> problems,
    long rounded) {

  public RowReport {
    Map<RowReason, Long> counts = new EnumMap<>(RowReason.class);
    counts.putAll(notOrdered);
    notOrdered = Collections.unmodifiableMap(counts);
    problems = List.copyOf(problems);
    long reported = notOrdered.values().stream().mapToLong(Long::longValue).sum();
    if (rows != orderLines + reported) {
      throw new IllegalArgumentException(
          rows + " rows are not " + orderLines + " lines and " + reported + " reports");
    }
  }
}
