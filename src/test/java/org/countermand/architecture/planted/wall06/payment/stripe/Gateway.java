package org.countermand.architecture.planted.wall06.payment.stripe;

import com.stripe.StripeClient;

public class Gateway {
  static String takes(StripeClient it) {
    return it.toString();
  }
}
