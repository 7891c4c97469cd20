package org.countermand.payment.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.countermand.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of one day of one gateway with our books.
 *
 * @param day in UTC, by the gateway's clock
 * @param tries how often it was begun, this time included
 * @param tally what it came to, once it is done
 * @param note why it could not be done, or empty
 */
public record Reconciliation(
    String gateway,
    LocalDate day,
    State state,
    int owner,
    int tries,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    Tally tally,
    String note) {

  /** How far it is. */
  public enum State {
    DUE,
    RUNNING,
    DONE
  }

  /** What was made on that day. */
  public Period made() {
    return new Period(Optional.of(start(day)), Optional.of(start(day.plusDays(1))));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
