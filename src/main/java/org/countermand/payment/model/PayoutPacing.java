package org.countermand.payment.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How long payouts wait for what.
 *
 * @param deadline longer than any call takes: after it a lease is free though its owner lives
 * @param keyLifetime how long a bank surely knows an order by its key
 * @param returns how often it is asked whether a paid transfer came back
 */
public record PayoutPacing(Duration deadline, Duration keyLifetime, Duration returns) {

  /** Banks send transfers back within ten working days (SEPA rulebook); a few days are added. */
  private static final Duration RETURN_WINDOW = Duration.ofDays(18);

  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** When to ask the next time: the pause doubles with every try. */
  Instant retry(Instant now, int tries) {
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(tries, 11));
    return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }

  /** Whether what was paid at that moment may still come back. */
  boolean mayReturn(Instant settledAt, Instant now) {
    return now.isBefore(settledAt.plus(RETURN_WINDOW));
  }
}
