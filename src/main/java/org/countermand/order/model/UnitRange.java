package org.countermand.order.model;

import org.countermand.kernel.Money;

/**
 * Consecutive units of a line, both ends included, counted from 1.
 *
 * <p><b>Frozen shares.</b> Of a total T over n units the k-th unit's share is round(k·T/n) −
 * round((k−1)·T/n), half away from zero; so any parts of a line sum to the line exactly, in any
 * order. T and n never change after intake.
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

  /** The share of these units in a total over a quantity. */
  public Money shareOf(Money total, int quantity) {
    return new Money(
        cumulative(total.minor(), quantity, last) - cumulative(total.minor(), quantity, first - 1),
        total.currency());
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
