package org.countermand.architecture.planted.wall08.order;

import java.time.Instant;

class BadMoment {
  static Instant ask() {
    return Instant.now();
  }
}
