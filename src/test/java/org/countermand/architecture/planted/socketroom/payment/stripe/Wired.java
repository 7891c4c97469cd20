package org.countermand.architecture.planted.socketroom.payment.stripe;

import org.countermand.architecture.planted.socketroom.platform.Wire;

class Wired {
  static String takes(Wire it) {
    return it.toString();
  }
}
