package org.countermand.cancellation.model;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of one step, as a table. */
public enum StepState {
  PENDING,
  IN_FLIGHT,
  AWAITING,
  UNKNOWN,
  DONE,
  REFUSED;

  /** From each state the states that may follow. */
  public static final Map<StepState, Set<StepState>> NEXT =
      Map.of(
          PENDING, EnumSet.of(IN_FLIGHT),
          IN_FLIGHT, EnumSet.of(AWAITING, UNKNOWN, DONE, REFUSED, PENDING),
          AWAITING, EnumSet.of(DONE, REFUSED),
          UNKNOWN, EnumSet.of(DONE, REFUSED, PENDING),
          DONE, EnumSet.noneOf(StepState.class),
          REFUSED, EnumSet.noneOf(StepState.class));

  public boolean mayBecome(StepState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  public boolean over() {
    return this == DONE || this == REFUSED;
  }
}
