package org.countermand.payment.model;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of one refund part, as a table; success is never final at once. */
public enum PartState {
  REQUESTED,
  SUBMITTED,
  PENDING,
  REQUIRES_ACTION,
  SUCCEEDED,
  FAILED,
  REVERSED;

  /** From each state the states that may follow. */
  public static final Map<PartState, Set<PartState>> NEXT =
      Map.of(
          REQUESTED, EnumSet.of(SUBMITTED),
          SUBMITTED, EnumSet.of(PENDING, REQUIRES_ACTION, SUCCEEDED, FAILED),
          PENDING, EnumSet.of(REQUIRES_ACTION, SUCCEEDED, FAILED),
          REQUIRES_ACTION, EnumSet.of(PENDING, SUCCEEDED, FAILED),
          SUCCEEDED, EnumSet.of(FAILED, REVERSED),
          FAILED, EnumSet.noneOf(PartState.class),
          REVERSED, EnumSet.noneOf(PartState.class));

  public boolean mayBecome(PartState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
