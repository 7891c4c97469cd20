package org.countermand.architecture.planted.wall05.api;

import org.countermand.architecture.planted.wall05.platform.Wire;

class Endpoint {
  static String takes(Wire it) {
    return it.toString();
  }
}
