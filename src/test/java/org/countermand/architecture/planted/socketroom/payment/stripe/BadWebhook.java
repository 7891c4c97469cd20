package org.countermand.architecture.planted.socketroom.payment.stripe;

import org.countermand.architecture.planted.socketroom.api.Endpoint;

class BadWebhook {
  static String takes(Endpoint it) {
    return it.toString();
  }
}
