package org.countermand.architecture.planted.wall05.api;

import org.countermand.architecture.planted.wall05.payment.stripe.Gateway;

class BadWebhook {
  static String takes(Gateway it) {
    return it.toString();
  }
}
