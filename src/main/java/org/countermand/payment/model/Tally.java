package org.countermand.payment.model;

import java.util.OptionalInt;

/**
 * What a comparison came to.
 *
 * @param listed refunds that the gateway has of the day
 * @param ours of them, those that a part of ours stands for
 * @param elsewhere of them, those on our tenders that somebody else made
 * @param differences where the two disagree
 * @param settled of ours, those that are paid out
 * @param exact of those, the ones that gave exactly what the quotation said
 */
public record Tally(
    long listed, long ours, long elsewhere, long differences, long settled, long exact) {

  public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

  private static final int WHOLE = 10_000;

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(
        listed + other.listed,
        ours + other.ours,
        elsewhere + other.elsewhere,
        differences + other.differences,
        settled + other.settled,
        exact + other.exact);
  }

  /** More that differ. */
  public Tally differing(long more) {
    return new Tally(listed, ours, elsewhere, differences + more, settled, exact);
  }

  /**
   * The part of what is paid out that is exact, in hundredths of a percent; nothing if nothing is.
   * Rounded down, so that only all of it is the whole.
   */
  public OptionalInt accuracy() {
    return settled == 0
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact(Math.multiplyExact(exact, (long) WHOLE) / settled));
  }
}
