package org.countermand.sandbox.payment;

/** The states of a payment intent that a card reaches here, in Stripe's own spelling. */
enum PaymentStatus {
  REQUIRES_PAYMENT_METHOD,
  REQUIRES_CONFIRMATION,
  REQUIRES_CAPTURE,
  CANCELED,
  SUCCEEDED
}
