package org.countermand.architecture.planted.storeroom.order.store;

import org.countermand.architecture.planted.storeroom.platform.Wire;

class Wired {
  static String takes(Wire it) {
    return it.toString();
  }
}
