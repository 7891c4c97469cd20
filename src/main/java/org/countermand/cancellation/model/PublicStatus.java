package org.countermand.cancellation.model;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.Payout;
import org.countermand.payment.model.PayoutState;
import org.countermand.payment.model.RefundPart;

/** The status that people see. */
public enum PublicStatus {
  RECEIVED,
  IN_REVIEW,
  STOPPING_GOODS,
  GOODS_ON_THEIR_WAY,
  RETURNING_MONEY,
  /** The gateway has it; the bank takes its time. */
  MONEY_ON_ITS_WAY,
  /** Nothing was taken and the reservation is lifted. */
  RESERVATION_LIFTED,
  /** Nothing is taken any more, and the reservation lapses by itself. */
  RESERVATION_LAPSING,
  /** All of it is back on the gift card or store credit that it was paid with. */
  CREDIT_RESTORED,
  REFUND_FAILED,
  /** The refund failed, and the buyer has said how he wants his money instead. */
  ANOTHER_WAY_CHOSEN,
  /** It went to him in the other way. */
  PAID_ANOTHER_WAY,
  REFUSED,
  TAKEN_BACK,
  EXPIRED;

  /** Derives it. */
  public static PublicStatus of(State state, List<RefundPart> parts, List<Payout> payouts) {
    List<RefundPart> lost =
        parts.stream()
            .filter(p -> p.state() == PartState.FAILED || p.state() == PartState.REVERSED)
            .toList();
    if (!lost.isEmpty()) {
      return anotherWay(lost, payouts.stream().filter(p -> p.state().live()).toList());
    }
    return switch (state) {
      case RECEIVED, QUOTED -> RECEIVED;
      case IN_REVIEW -> IN_REVIEW;
      case CONFIRMED, HOLDING -> STOPPING_GOODS;
      case REROUTED -> GOODS_ON_THEIR_WAY;
      case EXECUTING -> RETURNING_MONEY;
      case COMPLETED -> completed(parts);
      case REFUSED -> REFUSED;
      case WITHDRAWN -> TAKEN_BACK;
      case EXPIRED -> EXPIRED;
    };
  }

  private static PublicStatus completed(List<RefundPart> parts) {
    if (parts.stream().noneMatch(part -> part.kind().paysBack())) {
      return parts.stream().anyMatch(part -> part.kind() == PartKind.LAPSING)
          ? RESERVATION_LAPSING
          : RESERVATION_LIFTED;
    }
    return parts.stream().allMatch(part -> part.kind() == PartKind.CREDIT)
        ? CREDIT_RESTORED
        : MONEY_ON_ITS_WAY;
  }

  private static PublicStatus anotherWay(List<RefundPart> lost, List<Payout> standing) {
    Set<UUID> found = standing.stream().map(Payout::partId).collect(Collectors.toSet());
    if (!lost.stream().map(RefundPart::id).allMatch(found::contains)) {
      return REFUND_FAILED;
    }
    return standing.stream().map(Payout::state).allMatch(PayoutState::arrived)
        ? PAID_ANOTHER_WAY
        : ANOTHER_WAY_CHOSEN;
  }
}
