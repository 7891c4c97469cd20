package org.countermand.payment.model;

/**
 * What a gateway's message says is so. It is never believed; but where it says what is known
 * already, there is nothing to ask.
 */
public sealed interface Told {

  /**
   * Of one of our parts.
   *
   * @param made whether it tells that the refund was made, which its maker is told as well
   */
  record Part(PartState state, boolean made, RefundTrace trace) implements Told {}

  /**
   * Of a payment.
   *
   * @param captured in the payment's currency, minor units
   * @param refunded what of it went, or goes, back, whoever gave it
   */
  record Payment(TenderState state, long captured, long refunded) implements Told {}

  /** Nothing that could be compared. */
  record Nothing() implements Told {}
}
