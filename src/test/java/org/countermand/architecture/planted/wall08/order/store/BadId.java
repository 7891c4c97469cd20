package org.countermand.architecture.planted.wall08.order.store;

import java.util.UUID;

class BadId {
  static UUID ask() {
    return UUID.randomUUID();
  }
}
