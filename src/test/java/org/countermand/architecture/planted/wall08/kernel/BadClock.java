package org.countermand.architecture.planted.wall08.kernel;

import java.time.Clock;

class BadClock {
  static Clock ask() {
    return Clock.systemUTC();
  }
}
