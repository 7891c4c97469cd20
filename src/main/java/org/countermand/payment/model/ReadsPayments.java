package org.countermand.payment.model;

import org.countermand.kernel.Outcome;

/** Can say what state a payment is in. */
public interface ReadsPayments extends Gateway {

  Outcome<PaymentSnapshot> read(String reference, String currency);
}
