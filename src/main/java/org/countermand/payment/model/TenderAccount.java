package org.countermand.payment.model;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.countermand.kernel.Money;
import org.countermand.order.model.Tender;

/**
 * What became of a tender: what may still be captured, what was taken, what went back.
 *
 * @param released the part of the authorization that cancellations gave up
 * @param refunded the part of the capture that refunds pay back, from the moment they are begun
 * @param held what the gateway holds beyond what was taken, so that the shop may still take it
 * @param external what went back by somebody else's doing, by what the gateway said last; together
 *     with ours it may be more than was taken, when he did so while ours was under way
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
    Money held,
    Money external,
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
        heldAtIntake(tender),
        zero,
        zero);
  }

  /**
   * Who tells of single captures may take the rest; who tells of one sum has taken what he wants.
   */
  private static Money heldAtIntake(Tender tender) {
    return tender.captures().isEmpty()
        ? Money.zero(tender.authorized().currency())
        : tender.authorized().minus(tender.captured());
  }

  /**
   * Whether it is a gift card or store credit of our own ledger: nobody outside has to be asked.
   */
  public boolean internal() {
    return gateway.equals(Tender.OUR_LEDGER);
  }

  /** The most that may still be captured, by what cancellations gave up. */
  public Money ceiling() {
    return authorized.minus(released);
  }

  /** Of a payment that is taken in several captures, what the shop may still take. */
  private Money open() {
    Money zero = Money.zero(authorized.currency());
    Money left = ceiling().minus(captured).min(held);
    return left.isNegative() ? zero : left;
  }

  /** What went, or goes, back, whoever gave it. */
  public Money givenBack() {
    return refunded.plus(external);
  }

  /** What of the capture nobody has given back yet; negative if more was given than taken. */
  public Money unrefunded() {
    return captured.minus(givenBack());
  }

  /** What can still go back to the buyer on this tender, beyond what is already promised. */
  public Money remaining() {
    Money open =
        switch (state) {
          case CAPTURED, DISPUTED -> unrefunded().plus(open());
          // What has lapsed was never taken, and so it is as good as given back.
          case AUTHORIZED, PENDING, RELEASED -> ceiling();
        };
    return open.minus(promised);
  }

  /**
   * How an amount goes back now: an authorization is voided only when nothing of it remains, else
   * its ceiling is lowered. Promises that are not begun do not count: their goods may still leave.
   */
  public PartKind kindFor(Money amount) {
    if (internal()) {
      return PartKind.CREDIT;
    }
    if (state == TenderState.CAPTURED || state == TenderState.DISPUTED) {
      return PartKind.REFUND;
    }
    if (state == TenderState.RELEASED) {
      return PartKind.LAPSED;
    }
    return ceiling().equals(amount) ? PartKind.VOID : PartKind.CEILING;
  }

  /**
   * As {@link #kindFor(Money)}, where a part of the payment is taken and the rest is not: the
   * ceiling of the rest is lowered first, so that of what was taken only so much is paid back as
   * has to be. An authorization of which something was taken is never voided: the rest is for other
   * units, and where there are none it lapses.
   */
  public List<Way> waysFor(Money amount) {
    return ways(kindFor(amount), amount);
  }

  /** As {@link #waysFor(Money)}, by what the gateway can do. */
  public List<Way> waysFor(Money amount, Capabilities able) {
    return ways(kindFor(amount, able), amount);
  }

  private List<Way> ways(PartKind kind, Money amount) {
    if (kind != PartKind.REFUND || !held.isPositive()) {
      return List.of(new Way(kind, amount));
    }
    Money refund = amount.minus(amount.min(open())).min(captured.minus(refunded));
    Money rest = amount.minus(refund);
    PartKind lower = rest.compareTo(open()) < 0 ? PartKind.CEILING : PartKind.LAPSING;
    return Stream.of(new Way(lower, rest), new Way(PartKind.REFUND, refund))
        .filter(way -> way.amount().isPositive())
        .toList();
  }

  /**
   * As {@link #kindFor(Money)}, by what the gateway can do: where it cannot void, whoever captures
   * has nothing left to take, and the reservation lapses.
   */
  public PartKind kindFor(Money amount, Capabilities able) {
    PartKind kind = kindFor(amount);
    return kind == PartKind.VOID && !able.voids() ? PartKind.LAPSING : kind;
  }

  /** Whether an amount may go back this way now; a refund never beyond what was taken. */
  public boolean bears(PartKind kind, Money amount) {
    return kind != PartKind.REFUND || amount.compareTo(unrefunded()) <= 0;
  }

  /** Whether the shop has taken more than cancellations left it to take. */
  public boolean capturedAboveCeiling() {
    return state == TenderState.CAPTURED && captured.compareTo(ceiling()) > 0;
  }

  /** The account once a part of this kind is begun; {@code PROMISED} no longer counts it. */
  public TenderAccount begun(PartKind kind, Money amount) {
    return kind.paysBack()
        ? with(state, captured, released, refunded.plus(amount), held, external)
        : with(state, captured, released.plus(amount), refunded, held, external);
  }

  /** The account once a refund that somebody else made stands for a part of ours. */
  public TenderAccount countedElsewhere(Money amount) {
    return with(state, captured, released, refunded.plus(amount), held, external.minus(amount));
  }

  /** The account after a part that was begun turned out not to be possible. */
  public TenderAccount undone(PartKind kind, Money amount) {
    return begun(kind, amount.negated());
  }

  /** The account with what the gateway says of a payment that no part is drawn on. */
  public TenderAccount seen(PaymentSnapshot snapshot) {
    return seen(snapshot, List.of());
  }

  /**
   * The account with what the gateway says of the payment now.
   *
   * @param books the parts that are drawn on it, which tell our refunds from those of others
   */
  public TenderAccount seen(PaymentSnapshot snapshot, List<Drawn> books) {
    Money taken = snapshot.captured().min(authorized);
    return with(
        snapshot.state(),
        taken.compareTo(refunded) < 0 ? captured : taken,
        released,
        refunded,
        snapshot.held(),
        Elsewhere.sum(snapshot.refunds(), books, authorized.currency()));
  }

  private TenderAccount with(
      TenderState newState,
      Money newCaptured,
      Money newReleased,
      Money newRefunded,
      Money newHeld,
      Money newExternal) {
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
        newHeld,
        newExternal,
        promised);
  }
}
