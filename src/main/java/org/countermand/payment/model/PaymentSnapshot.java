package org.countermand.payment.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;

/**
 * What a gateway says of a payment at this moment.
 *
 * @param captured what was taken so far
 * @param held what it holds beyond that and may still be asked to take
 * @param refunds all of them, also those that somebody made by hand; none where the gateway does
 *     not tell
 */
public record PaymentSnapshot(
    String reference, TenderState state, Money captured, Money held, List<GatewayRefund> refunds) {

  public PaymentSnapshot {
    refunds = List.copyOf(refunds);
  }

  /** The refund that is, or is going to be, exactly what a part of ours is about. */
  public Optional<GatewayRefund> refundOf(UUID partId, Money amount) {
    return refunds.stream()
        .filter(refund -> refund.moves() && refund.amount().equals(amount))
        .filter(refund -> refund.partId().filter(partId::equals).isPresent())
        .findFirst();
  }

  /** A payment of which nothing was given back, and that is taken once. */
  public PaymentSnapshot(String reference, TenderState state, Money captured) {
    this(reference, state, captured, List.of());
  }

  /** Of a payment that is taken once: what is not taken then is let go. */
  public PaymentSnapshot(
      String reference, TenderState state, Money captured, List<GatewayRefund> refunds) {
    this(reference, state, captured, Money.zero(captured.currency()), refunds);
  }

  /** A payment of which nothing was given back. */
  public PaymentSnapshot(String reference, TenderState state, Money captured, Money held) {
    this(reference, state, captured, held, List.of());
  }
}
