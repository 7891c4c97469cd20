package org.countermand.payment.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A question to a gateway, claimed by who asks it. It stands in the database until it is answered.
 *
 * @param version another one as soon as the gateway tells more on the topic: then the answer may be
 *     older than the news, and it is asked again
 * @param owner the number of the node that asks
 * @param tries how often it was asked in vain, this time included
 */
public record Question(Topic topic, long version, int owner, int tries) {

  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** When to ask again, if there is no answer now: the pause doubles with every try. */
  public Instant again(Instant now) {
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), 10));
    return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }
}
