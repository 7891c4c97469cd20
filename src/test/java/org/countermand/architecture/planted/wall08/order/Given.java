package org.countermand.architecture.planted.wall08.order;

import java.time.Clock;
import java.time.Instant;

class Given {
  static Instant ask(Clock clock) {
    return Instant.now(clock);
  }
}
