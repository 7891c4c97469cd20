package org.countermand.cancellation.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the process waits for what.
 *
 * @param deadline longer than any call takes: after it a lease is free though its owner lives
 * @param quiet how long nothing is heard of a call that is replayed as failed, before a new attempt
 * @param patience how long a warehouse may be silent before a person is asked
 * @param keyLifetime how long the outside surely remembers a key
 */
public record Pacing(Duration deadline, Duration quiet, Duration patience, Duration keyLifetime) {

  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** When to try the next time: the pause doubles with every try. */
  public Instant retry(Instant now, int tries) {
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(tries, 12));
    return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }
}
