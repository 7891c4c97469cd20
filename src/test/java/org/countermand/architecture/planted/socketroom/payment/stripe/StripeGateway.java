package org.countermand.architecture.planted.socketroom.payment.stripe;

import org.countermand.architecture.planted.socketroom.payment.model.Capture;

class StripeGateway {
  static String takes(Capture it) {
    return it.toString();
  }
}
