package org.countermand.portal.customer;

import org.countermand.cancellation.model.PublicStatus;
import org.countermand.cancellation.model.State;
import org.countermand.payment.model.PayoutState;

/** The look that a state has: a class of the style sheet, which adds a glyph to the colour. */
final class Tones {

  private static final String GOOD = "is-good";
  private static final String INFO = "is-info";
  private static final String PROBLEM = "is-problem";
  private static final String NEUTRAL = "is-neutral";
  private static final String WARNING = "is-warning";

  private Tones() {}

  static String of(State state) {
    return switch (state) {
      case COMPLETED -> GOOD;
      case REFUSED -> PROBLEM;
      case WITHDRAWN, EXPIRED -> NEUTRAL;
      case QUOTED -> WARNING;
      case RECEIVED, IN_REVIEW, CONFIRMED, HOLDING, REROUTED, EXECUTING -> INFO;
    };
  }

  static String of(PublicStatus status) {
    return switch (status) {
      case MONEY_ON_ITS_WAY,
          RESERVATION_LIFTED,
          RESERVATION_LAPSING,
          CREDIT_RESTORED,
          PAID_ANOTHER_WAY ->
          GOOD;
      case REFUSED, REFUND_FAILED -> PROBLEM;
      case TAKEN_BACK, EXPIRED -> NEUTRAL;
      case GOODS_ON_THEIR_WAY -> WARNING;
      case RECEIVED, IN_REVIEW, STOPPING_GOODS, RETURNING_MONEY, ANOTHER_WAY_CHOSEN -> INFO;
    };
  }

  static String of(PayoutState state) {
    return switch (state) {
      case CHOSEN, APPROVED, SUBMITTED -> INFO;
      case PAID, GRANTED -> GOOD;
      case REJECTED, FAILED, RETURNED -> PROBLEM;
    };
  }
}
