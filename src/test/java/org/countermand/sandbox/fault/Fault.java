package org.countermand.sandbox.fault;

import org.jspecify.annotations.Nullable;

/**
 * A mishap, the calls that it is meant for, and how often it happens.
 *
 * @param match the calls; all of them when left out
 * @param times how often at most; 1 when left out
 * @param probability the chance for each matching call; certain when left out
 * @param seed makes the sequence of chances repeatable; 0 when left out
 * @param action what goes wrong
 */
public record Fault(
    @Nullable Match match,
    @Nullable Integer times,
    @Nullable Double probability,
    @Nullable Long seed,
    Mishap action) {

  public Fault {
    if (action == null) {
      throw new IllegalArgumentException("a fault needs an action");
    }
  }

  /** Happens to the next matching call. */
  public static Fault once(Match match, Mishap action) {
    return times(1, match, action);
  }

  /** Happens to the next {@code times} matching calls. */
  public static Fault times(int times, Match match, Mishap action) {
    return new Fault(match, times, null, null, action);
  }
}
