package org.countermand.payment.model;

import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Tender;

/**
 * What became of a tender: what may still be captured, what was taken, what went back.
 *
 * @param released the part of the authorization that cancellations gave up
 * @param refunded the part of the capture that refunds pay back, from the moment they are begun
 * @param promised amounts of confirmed cancellations whose way back is not begun yet
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
    Money refunded,
    Money promised) {

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
        zero,
        zero);
  }

  /** The most that may still be captured, by what cancellations gave up. */
  public Money ceiling() {
    return authorized.minus(released);
  }

  /** What can still go back to the buyer on this tender, beyond what is already promised. */
  public Money remaining() {
    Money open =
        switch (state) {
          case CAPTURED, DISPUTED -> captured.minus(refunded);
          case AUTHORIZED, PENDING -> ceiling();
          case RELEASED -> Money.zero(authorized.currency());
        };
    return open.minus(promised);
  }

  /**
   * How an amount goes back now: an authorization is voided only when nothing of it remains, else
   * its ceiling is lowered. Promises that are not begun do not count: their goods may still leave.
   */
  public PartKind kindFor(Money amount) {
    if (state == TenderState.CAPTURED || state == TenderState.DISPUTED) {
      return PartKind.REFUND;
    }
    return ceiling().equals(amount) ? PartKind.VOID : PartKind.CEILING;
  }

  /** Whether the shop has taken more than cancellations left it to take. */
  public boolean capturedAboveCeiling() {
    return state == TenderState.CAPTURED && captured.compareTo(ceiling()) > 0;
  }

  /** The account once a part of this kind is begun; {@code PROMISED} no longer counts it. */
  public TenderAccount begun(PartKind kind, Money amount) {
    return kind == PartKind.REFUND
        ? with(state, captured, released, refunded.plus(amount))
        : with(state, captured, released.plus(amount), refunded);
  }

  /** The account after a part that was begun turned out not to be possible. */
  public TenderAccount undone(PartKind kind, Money amount) {
    return begun(kind, amount.negated());
  }

  /** The account with what the gateway says of the payment now. */
  public TenderAccount seen(PaymentSnapshot snapshot) {
    Money taken = snapshot.captured().min(authorized);
    return with(
        snapshot.state(), taken.compareTo(refunded) < 0 ? captured : taken, released, refunded);
  }

  private TenderAccount with(
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
        newRefunded,
        promised);
  }
}
