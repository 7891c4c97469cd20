package org.countermand.architecture.planted.wall08.platform;

import java.time.Clock;

class Clocks {
  static Clock ask() {
    return Clock.systemUTC();
  }
}
