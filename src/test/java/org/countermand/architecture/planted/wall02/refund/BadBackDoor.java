package org.countermand.architecture.planted.wall02.refund;

import org.countermand.architecture.planted.wall02.order.Phase;

class BadBackDoor {
  static String takes(Phase it) {
    return it.toString();
  }
}
