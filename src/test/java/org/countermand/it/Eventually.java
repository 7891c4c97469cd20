package org.countermand.it;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again until what must come has come, or the time is over. */
final class Eventually {

  private static final long PAUSE_MS = 50;

  private Eventually() {}

  /** Waits until nothing is left to complain of. */
  static void empty(Duration atMost, Supplier<List<String>> complaints) {
    long end = System.nanoTime() + atMost.toNanos();
    List<String> left = complaints.get();
    while (!left.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Still after %s:%n%s".formatted(atMost, String.join(System.lineSeparator(), left)));
      }
      pause();
      left = complaints.get();
    }
  }

  /** Waits until it is so. */
  static void so(Duration atMost, String what, BooleanSupplier fact) {
    empty(atMost, () -> fact.getAsBoolean() ? List.of() : List.of(what));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
