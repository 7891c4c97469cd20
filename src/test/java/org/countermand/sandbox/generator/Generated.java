package org.countermand.sandbox.generator;

import java.time.Duration;

/**
 * What was made.
 *
 * @param rows in all tables together
 * @param took from the first order to the commit
 */
public record Generated(int orders, int cancellations, long rows, Duration took) {

  /** Rows a second, rounded down. */
  public long rowsPerSecond() {
    return rows * 1000 / Math.max(1, took.toMillis());
  }
}
