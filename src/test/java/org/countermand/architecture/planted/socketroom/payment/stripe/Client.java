package org.countermand.architecture.planted.socketroom.payment.stripe;

import com.stripe.StripeClient;

class Client {
  static String takes(StripeClient it) {
    return it.toString();
  }
}
