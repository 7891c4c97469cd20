package org.countermand.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that the container can wrap: the JDK's own clocks are final classes. */
class TickingClock extends Clock {

  private final Clock clock;

  /** For the container's proxies only. */
  TickingClock() {
    this(Clock.systemUTC());
  }

  TickingClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new TickingClock(clock.withZone(zone));
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }
}
