package org.countermand.channel.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the rows with one fate, and of those reported the ones with one reason, come to. */
public record RowTotal(
    RowFate fate, @Nullable RowReason reason, long rows, long units, BigDecimal value) {

  /** This and one more row. */
  public RowTotal and(FileRow row) {
    return new RowTotal(fate, reason, rows + 1, units + row.units(), value.add(row.value()));
  }

  /** This and another of the same fate. */
  public RowTotal plus(RowTotal other) {
    return new RowTotal(
        fate, reason, rows + other.rows, units + other.units, value.add(other.value));
  }

  public static RowTotal none(FileRow like) {
    return new RowTotal(like.fate(), like.reason(), 0, 0, BigDecimal.ZERO);
  }
}
