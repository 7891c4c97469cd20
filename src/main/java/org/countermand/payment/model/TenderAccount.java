package org.countermand.payment.model;

import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Tender;

/**
 * What became of a tender: what may still be captured, what was taken, what went back.
 *
 * @param released the part of the authorization that cancellations gave up
 * @param refunded the part of the capture that refunds have reserved or paid back
 */
public record TenderAccount(
    UUID tenderId,
    UUID orderId,
    String gateway,
    String reference,
    TenderState state,
    Money authorized,
    Money captured,
    Money released,
    Money refunded) {

  /** The account as the order brought it. */
  public static TenderAccount opened(UUID orderId, Tender tender) {
    Money zero = Money.zero(tender.authorized().currency());
    return new TenderAccount(
        tender.id(),
        orderId,
        tender.gateway(),
        tender.reference(),
        tender.captured().isPositive() ? TenderState.CAPTURED : TenderState.AUTHORIZED,
        tender.authorized(),
        tender.captured(),
        zero,
        zero);
  }

  /** The most that may still be captured, by what cancellations gave up. */
  public Money ceiling() {
    return authorized.minus(released);
  }

  /** What can still go back to the buyer on this tender. */
  public Money remaining() {
    return switch (state) {
      case CAPTURED, DISPUTED -> captured.minus(refunded);
      case AUTHORIZED, PENDING -> ceiling();
      case RELEASED -> Money.zero(authorized.currency());
    };
  }

  /**
   * How an amount goes back now: an authorization is voided only when nothing of it remains, else
   * its ceiling is lowered.
   */
  public PartKind kindFor(Money amount) {
    if (state == TenderState.CAPTURED || state == TenderState.DISPUTED) {
      return PartKind.REFUND;
    }
    return ceiling().equals(amount) ? PartKind.VOID : PartKind.CEILING;
  }

  /** Whether the shop has taken more than cancellations left it to take. */
  public boolean capturedAboveCeiling() {
    return state == TenderState.CAPTURED
        && captured.minus(refunded).compareTo(ceiling()) > 0
        && released.isPositive();
  }

  /** The account after a part of this kind was reserved. */
  public TenderAccount reserved(PartKind kind, Money amount) {
    return kind == PartKind.REFUND
        ? with(state, captured, released, refunded.plus(amount))
        : with(state, captured, released.plus(amount), refunded);
  }

  /** The account after a reserved part turned out not to be possible. */
  public TenderAccount unreserved(PartKind kind, Money amount) {
    return reserved(kind, amount.negated());
  }

  public TenderAccount with(
      TenderState newState, Money newCaptured, Money newReleased, Money newRefunded) {
    return new TenderAccount(
        tenderId,
        orderId,
        gateway,
        reference,
        newState,
        authorized,
        newCaptured,
        newReleased,
        newRefunded);
  }
}
