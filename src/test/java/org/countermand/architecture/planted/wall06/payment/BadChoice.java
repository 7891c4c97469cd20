package org.countermand.architecture.planted.wall06.payment;

import org.countermand.architecture.planted.wall06.payment.stripe.Gateway;

class BadChoice {
  static String takes(Gateway it) {
    return it.toString();
  }
}
