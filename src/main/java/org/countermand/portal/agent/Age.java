package org.countermand.portal.agent;

import java.time.Duration;
import java.time.Instant;

/**
 * How long ago something was, in the largest unit that is at least one.
 *
 * @param unit {@code now}, {@code minutes}, {@code hours} or {@code days}
 * @param n so many of them, 0 for {@code now}
 */
record Age(String unit, long n) {

  static Age between(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return new Age("now", 0);
    }
    if (age.toHours() < 1) {
      return new Age("minutes", age.toMinutes());
    }
    return age.toDays() < 1 ? new Age("hours", age.toHours()) : new Age("days", age.toDays());
  }

  /** The sentence's key in the message bundle. */
  String key() {
    return "agent.ago." + unit + (n == 0 ? "" : n == 1 ? ".one" : ".many");
  }
}
