package org.countermand.payment.model;

import org.countermand.kernel.Money;

/** What a gateway says of a payment at this moment. */
public record PaymentSnapshot(String reference, TenderState state, Money captured) {}
