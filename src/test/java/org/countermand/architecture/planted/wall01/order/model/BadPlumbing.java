package org.countermand.architecture.planted.wall01.order.model;

import org.countermand.architecture.planted.wall01.platform.Wire;

class BadPlumbing {
  static String takes(Wire it) {
    return it.toString();
  }
}
