package org.countermand.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one source of time: UTC, in microseconds, as fine as the database keeps it. */
@ApplicationScoped
public class Time {

  @Produces
  @ApplicationScoped
  Clock clock() {
    return new TickingClock(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)));
  }
}
