package org.countermand.payment.model;

/**
 * What a gateway says of a void or refund that exists with it.
 *
 * @param reference the gateway's id of the refund, or of the payment for a void
 */
public record GatewayAnswer(String reference, PartState state, RefundTrace trace) {

  /** An answer that tells nothing of the way. */
  public GatewayAnswer(String reference, PartState state) {
    this(reference, state, RefundTrace.NONE);
  }
}
