package org.countermand.architecture.planted.wall08.order;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;

class BadZone {
  static ZonedDateTime ask() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }
}
