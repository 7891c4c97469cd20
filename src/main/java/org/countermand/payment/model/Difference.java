package org.countermand.payment.model;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that our books and the gateway say differently.
 *
 * @param payment the gateway's id of the payment, or empty
 * @param reference the gateway's id of the refund, or empty if there is none
 * @param part our part, or the one that the gateway names
 * @param day when the refund was made, in UTC
 * @param booked what our books say, or null if they know nothing of it
 * @param there what the gateway says, or null if it knows nothing of it
 */
public record Difference(
    Kind kind,
    String gateway,
    String payment,
    String reference,
    UUID part,
    LocalDate day,
    @Nullable Side booked,
    @Nullable Side there) {

  /** What is different. */
  public enum Kind {
    /** We hold it for done, and the gateway has no such refund. */
    MISSING_THERE,
    /** The gateway has a refund with a part of ours that we do not know. */
    MISSING_HERE,
    AMOUNT_DIFFERS,
    STATE_DIFFERS,
    /** One part was paid back under two numbers. */
    PAID_TWICE
  }

  /** What one of the two says. */
  public record Side(Money amount, PartState state) {}

  /** What is at stake. */
  public Money amount() {
    Side known = there == null ? Objects.requireNonNull(booked) : there;
    return known.amount();
  }

  /** A refund that we hold for done and that the gateway does not have. */
  public static Difference missingThere(
      String gateway, String payment, RefundPart part, LocalDate day) {
    return new Difference(
        Kind.MISSING_THERE, gateway, payment, part.reference(), part.id(), day, side(part), null);
  }

  /**
   * What is different between a refund at the gateway and our books; nothing for one that names no
   * part of ours.
   *
   * @param known the part that it is or names, if we know it
   */
  public static Optional<Difference> of(
      String gateway, GatewayRefund refund, Optional<Drawn> known) {
    Side there = new Side(refund.amount(), refund.state());
    if (known.isEmpty()) {
      return refund
          .partId()
          .filter(part -> refund.moves())
          .map(
              part ->
                  new Difference(
                      Kind.MISSING_HERE,
                      gateway,
                      refund.payment(),
                      refund.reference(),
                      part,
                      day(refund),
                      null,
                      there));
    }
    RefundPart part = known.get().part();
    return kind(refund, known.get())
        .map(
            kind ->
                new Difference(
                    kind,
                    gateway,
                    refund.payment(),
                    refund.reference(),
                    part.id(),
                    day(refund),
                    side(part),
                    there));
  }

  private static Optional<Kind> kind(GatewayRefund refund, Drawn drawn) {
    RefundPart part = drawn.part();
    if (!drawn.is(refund)) {
      // An attempt that failed before the one that was adopted moved nothing.
      return refund.moves() && drawn.reserved() ? Optional.of(Kind.PAID_TWICE) : misjudged(refund);
    }
    if (!refund.amount().equals(part.amount())) {
      return Optional.of(Kind.AMOUNT_DIFFERS);
    }
    return agree(part.state(), refund.state()) ? Optional.empty() : Optional.of(Kind.STATE_DIFFERS);
  }

  /** We hold the part for failed, and a refund of it goes its way. */
  private static Optional<Kind> misjudged(GatewayRefund refund) {
    return refund.moves() ? Optional.of(Kind.STATE_DIFFERS) : Optional.empty();
  }

  /** What is asked for and not answered yet says nothing that could be wrong. */
  private static boolean agree(PartState booked, PartState there) {
    return booked == there || booked == PartState.REQUESTED || booked == PartState.SUBMITTED;
  }

  private static LocalDate day(GatewayRefund refund) {
    return LocalDate.ofInstant(refund.madeAt(), ZoneOffset.UTC);
  }

  private static Side side(RefundPart part) {
    return new Side(part.amount(), part.state());
  }
}
