package org.countermand.order.model;

import org.countermand.kernel.Money;

/**
 * Consecutive units of a line, both ends included, counted from 1.
 *
 * <p><b>Frozen shares.</b> Of a total T over n units the k-th unit's share is round(k·T/n) −
 * round((k−1)·T/n), half away from zero; so any parts of a line sum to the line exactly, in any
 * order. T and n never change after intake. Where money moves only in larger steps than the minor
 * unit, T counts in those ({@link Order#shareStep()}).
 */
public record UnitRange(int first, int last) {

  public UnitRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("No units: " + first + "–" + last);
    }
  }

  public int count() {
    return last - first + 1;
  }

  public boolean overlaps(UnitRange other) {
    return first <= other.last && other.first <= last;
  }

  /** The share of these units in a total over a quantity, in minor units. */
  public Money shareOf(Money total, int quantity) {
    return shareOf(total, quantity, 1);
  }

  /**
   * The share of these units in a total over a quantity.
   *
   * @param step minor units; every share is a multiple of it if the total is one
   */
  public Money shareOf(Money total, int quantity, long step) {
    long steps = total.minor() / step;
    if (steps * step != total.minor()) {
      throw new IllegalArgumentException(total + " is no multiple of " + step);
    }
    long share = cumulative(steps, quantity, last) - cumulative(steps, quantity, first - 1);
    return new Money(share * step, total.currency());
  }

  /** round(k·T/n), half away from zero, without overflow for any T and k up to n. */
  private static long cumulative(long total, int quantity, int k) {
    // T = q·n + r, so k·T/n = k·q + k·r/n, where k·r stays below 2^62.
    long whole = total / quantity;
    long rest = total % quantity;
    long product = rest * k;
    long rounded = (2 * Math.abs(product) + quantity) / (2L * quantity);
    return Math.addExact(Math.multiplyExact(whole, (long) k), product < 0 ? -rounded : rounded);
  }
}
