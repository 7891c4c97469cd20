package org.countermand.architecture.planted.wall06.payment.adyen;

import org.countermand.architecture.planted.wall06.payment.stripe.Gateway;

class BadBrother {
  static String takes(Gateway it) {
    return it.toString();
  }
}
