package org.countermand.payment.model;

import org.countermand.kernel.Money;

/**
 * What a gateway says of a payment at this moment.
 *
 * @param captured what was taken so far
 * @param held what it holds beyond that and may still be asked to take
 */
public record PaymentSnapshot(String reference, TenderState state, Money captured, Money held) {

  /** Of a payment that is taken once: what is not taken then is let go. */
  public PaymentSnapshot(String reference, TenderState state, Money captured) {
    this(reference, state, captured, Money.zero(captured.currency()));
  }
}
