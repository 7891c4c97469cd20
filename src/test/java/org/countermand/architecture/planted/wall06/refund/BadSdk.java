package org.countermand.architecture.planted.wall06.refund;

import com.stripe.StripeClient;

class BadSdk {
  static String takes(StripeClient it) {
    return it.toString();
  }
}
