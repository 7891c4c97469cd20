package org.countermand.payment.stripe;

import com.stripe.exception.StripeException;

/** A 5xx of Stripe's, with the one header that says whether the same key can ever succeed. */
final class StripeTrouble extends StripeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final boolean replayed;

  StripeTrouble(int status, boolean replayed) {
    super("Stripe answered " + status, null, null, status);
    this.status = status;
    this.replayed = replayed;
  }

  int status() {
    return status;
  }

  boolean replayed() {
    return replayed;
  }
}
