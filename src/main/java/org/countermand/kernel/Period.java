package org.countermand.kernel;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, open on a side where no end is given.
 *
 * @param from the first moment of it
 * @param until the first moment after it
 */
public record Period(Optional<Instant> from, Optional<Instant> until) {

  /** All of time. */
  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());
}
