package org.countermand.channel.csv;

import java.time.LocalDate;
import java.util.Optional;
import org.countermand.channel.model.RowProblem;

/** What a row came to. */
sealed interface RetailRow {

  /** Something was sold. */
  record Sold(RetailLine line) implements RetailRow {
    LocalDate day() {
      return line.placedAt().toLocalDate();
    }
  }

  /**
   * Nothing that could be cancelled was sold.
   *
   * @param day the day of the row, unless that is what cannot be told
   */
  record NotSold(RowProblem problem, Optional<LocalDate> day) implements RetailRow {}

  /** Whether it belongs to a day; a row whose day cannot be told belongs to every day. */
  default boolean isOf(LocalDate day) {
    if (this instanceof Sold sold) {
      return sold.day().equals(day);
    }
    return ((NotSold) this).day().map(day::equals).orElse(true);
  }

  /** The day of this row, if it can be told. */
  default Optional<LocalDate> knownDay() {
    return this instanceof Sold sold ? Optional.of(sold.day()) : ((NotSold) this).day();
  }
}
