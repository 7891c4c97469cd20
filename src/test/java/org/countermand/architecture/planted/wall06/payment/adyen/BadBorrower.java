package org.countermand.architecture.planted.wall06.payment.adyen;

import com.stripe.StripeClient;

class BadBorrower {
  static String takes(StripeClient it) {
    return it.toString();
  }
}
