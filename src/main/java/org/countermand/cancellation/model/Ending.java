package org.countermand.cancellation.model;

import java.util.Optional;
import java.util.function.Predicate;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;

/**
 * What a call or a look-up means for a step.
 *
 * @param <T> the outside's answer
 */
public sealed interface Ending<T> {

  /** The work is done. */
  record Done<T>(T answer) implements Ending<T> {}

  /** The outside has taken it and will answer. */
  record Awaiting<T>() implements Ending<T> {}

  /** It will not be done. */
  record Declined<T>(Finding finding) implements Ending<T> {}

  /**
   * Nobody knows; it must be looked up.
   *
   * @param replayed the key can never succeed
   */
  record Unsure<T>(String why, boolean replayed) implements Ending<T> {}

  /** It was surely not tried. */
  record NotCalled<T>(String why) implements Ending<T> {}

  /** It was looked up and is surely not there. */
  record Absent<T>() implements Ending<T> {}

  /** It cannot be looked up: the outside answers no such question. */
  record Blind<T>() implements Ending<T> {}

  /** Of a call. */
  static <T> Ending<T> of(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Settled<T> settled) {
      return new Done<>(settled.value());
    }
    if (outcome instanceof Outcome.Accepted<T>) {
      return new Awaiting<>();
    }
    if (outcome instanceof Outcome.Refused<T> refused) {
      return new Declined<>(refused.finding());
    }
    if (outcome instanceof Outcome.NotAttempted<T> not) {
      return new NotCalled<>(not.why());
    }
    Outcome.Unknown<T> unknown = (Outcome.Unknown<T>) outcome;
    return new Unsure<>(unknown.why(), unknown.replayed());
  }

  /**
   * Of a look-up; what is found is adopted.
   *
   * @param open tells of what is found whether the outside is still at it
   */
  static <T> Ending<T> ofLookup(Outcome<Optional<T>> outcome, Predicate<T> open) {
    if (outcome instanceof Outcome.Settled<Optional<T>> settled) {
      Optional<T> found = settled.value();
      if (found.isEmpty()) {
        return new Absent<>();
      }
      return open.test(found.get()) ? new Awaiting<>() : new Done<>(found.get());
    }
    if (outcome instanceof Outcome.Refused<Optional<T>> refused) {
      return new Unsure<>(refused.finding().toString(), false);
    }
    if (outcome instanceof Outcome.NotAttempted<Optional<T>> not) {
      return new Unsure<>(not.why(), false);
    }
    if (outcome instanceof Outcome.Unknown<Optional<T>> unknown) {
      return new Unsure<>(unknown.why(), false);
    }
    return new Awaiting<>();
  }
}
