package org.countermand.architecture.planted.socketroom.payment.stripe;

import org.countermand.architecture.planted.socketroom.order.model.Line;

class Lines {
  static String takes(Line it) {
    return it.toString();
  }
}
