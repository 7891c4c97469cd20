package org.countermand.payment.model;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of one payout, as a table; money that was paid may come back days later. */
public enum PayoutState {
  CHOSEN,
  APPROVED,
  REJECTED,
  SUBMITTED,
  PAID,
  FAILED,
  RETURNED,
  GRANTED;

  /** From each state the states that may follow. */
  public static final Map<PayoutState, Set<PayoutState>> NEXT =
      Map.of(
          CHOSEN, EnumSet.of(APPROVED, REJECTED, GRANTED),
          APPROVED, EnumSet.of(SUBMITTED),
          REJECTED, EnumSet.noneOf(PayoutState.class),
          SUBMITTED, EnumSet.of(PAID, FAILED),
          PAID, EnumSet.of(RETURNED),
          FAILED, EnumSet.noneOf(PayoutState.class),
          RETURNED, EnumSet.noneOf(PayoutState.class),
          GRANTED, EnumSet.noneOf(PayoutState.class));

  public boolean mayBecome(PayoutState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /** Whether the buyer has it. */
  public boolean arrived() {
    return this == PAID || this == GRANTED;
  }

  /** Whether it stands for its part, so that no other may: the money went this way or will. */
  public boolean live() {
    return this != REJECTED && this != FAILED && this != RETURNED;
  }
}
