package org.countermand.payment.model;

import java.util.List;
import org.countermand.kernel.Money;

/**
 * What a gateway says of a payment at this moment.
 *
 * @param refunds all of them, also those that somebody made by hand; none where the gateway does
 *     not tell
 */
public record PaymentSnapshot(
    String reference, TenderState state, Money captured, List<GatewayRefund> refunds) {

  /** A payment of which nothing was given back. */
  public PaymentSnapshot(String reference, TenderState state, Money captured) {
    this(reference, state, captured, List.of());
  }
}
