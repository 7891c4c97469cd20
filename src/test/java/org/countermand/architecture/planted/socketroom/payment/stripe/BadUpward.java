package org.countermand.architecture.planted.socketroom.payment.stripe;

import org.countermand.architecture.planted.socketroom.refund.model.Share;

class BadUpward {
  static String takes(Share it) {
    return it.toString();
  }
}
