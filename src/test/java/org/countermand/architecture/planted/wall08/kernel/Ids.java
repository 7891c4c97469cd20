package org.countermand.architecture.planted.wall08.kernel;

import java.util.UUID;

class Ids {
  static UUID ask() {
    return UUID.randomUUID();
  }
}
