package org.countermand.architecture.planted.socketroom.payment.stripe;

import org.countermand.architecture.planted.socketroom.payment.PaymentService;

class BadDoorCall {
  static String takes(PaymentService it) {
    return it.toString();
  }
}
