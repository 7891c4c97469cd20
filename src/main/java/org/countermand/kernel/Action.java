package org.countermand.kernel;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What can be done, as one table of actions by kind of actor. */
public enum Action {
  PLACE_ORDER,
  FIND_ORDER_FOR_GUEST,
  VIEW_ORDER,
  LIST_ORDERS,
  QUOTE,
  REQUEST_CANCELLATION,
  VIEW_CANCELLATION,
  LIST_CANCELLATIONS,
  DECIDE_REVIEW,
  RESOLVE_WORK_ITEM,
  VIEW_AUDIT,
  IMPORT_ORDERS,
  VIEW_MONEY,
  RECONCILE,
  RUN_PROCESS;

  /** What the buyer may do with his own order. */
  public static final Set<Action> OF_CUSTOMERS =
      unmodifiable(EnumSet.of(VIEW_ORDER, QUOTE, REQUEST_CANCELLATION, VIEW_CANCELLATION));

  /** What a shop's program may do with the shop's orders. */
  public static final Set<Action> OF_PARTNERS =
      unmodifiable(
          EnumSet.of(
              PLACE_ORDER,
              VIEW_ORDER,
              QUOTE,
              REQUEST_CANCELLATION,
              VIEW_CANCELLATION,
              IMPORT_ORDERS));

  /** What an agent may do who may only look and act for a customer. */
  public static final Set<Action> OF_CLERKS =
      unmodifiable(
          EnumSet.of(
              VIEW_ORDER,
              LIST_ORDERS,
              QUOTE,
              REQUEST_CANCELLATION,
              VIEW_CANCELLATION,
              LIST_CANCELLATIONS));

  /** What an agent may do who also decides. */
  public static final Set<Action> OF_LEADS =
      unmodifiable(
          EnumSet.complementOf(EnumSet.of(RUN_PROCESS, PLACE_ORDER, FIND_ORDER_FOR_GUEST)));

  /** What Countermand's own processes may do. */
  public static final Set<Action> OF_THE_SYSTEM = unmodifiable(EnumSet.allOf(Action.class));

  private static Set<Action> unmodifiable(EnumSet<Action> actions) {
    return Collections.unmodifiableSet(actions);
  }
}
