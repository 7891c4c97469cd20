package org.countermand.architecture.planted.wall06.payment.stripe;

class Wire {
  static String takes(Gateway it) {
    return it.toString();
  }
}
