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
  VIEW_CREDIT,
  SPEND_CREDIT,
  CHOOSE_PAYOUT,
  LIST_PAYOUTS,
  DECIDE_PAYOUT,
  VIEW_MONEY,
  RECONCILE,
  RUN_PROCESS;

  /** What the buyer may do with his own order. */
  public static final Set<Action> OF_CUSTOMERS =
      unmodifiable(
          EnumSet.of(VIEW_ORDER, QUOTE, REQUEST_CANCELLATION, VIEW_CANCELLATION, CHOOSE_PAYOUT));

  /** What a shop's program may do with the shop's orders. */
  public static final Set<Action> OF_PARTNERS =
      unmodifiable(
          EnumSet.of(
              PLACE_ORDER,
              VIEW_ORDER,
              QUOTE,
              REQUEST_CANCELLATION,
              VIEW_CANCELLATION,
              IMPORT_ORDERS,
              VIEW_CREDIT,
              SPEND_CREDIT));

  /** What an agent may do who may only look and act for a customer. */
  public static final Set<Action> OF_CLERKS =
      unmodifiable(
          EnumSet.of(
              VIEW_ORDER,
              LIST_ORDERS,
              QUOTE,
              REQUEST_CANCELLATION,
              VIEW_CANCELLATION,
              LIST_CANCELLATIONS,
              CHOOSE_PAYOUT));

  /** What an agent may do who also decides; to whom money is sent is decided by others. */
  public static final Set<Action> OF_LEADS =
      unmodifiable(
          EnumSet.complementOf(
              EnumSet.of(
                  RUN_PROCESS, PLACE_ORDER, FIND_ORDER_FOR_GUEST, SPEND_CREDIT, DECIDE_PAYOUT)));

  /** What an agent may do who lets money go to an account; he never says which account. */
  public static final Set<Action> OF_FINANCE =
      unmodifiable(
          EnumSet.of(
              VIEW_ORDER,
              LIST_ORDERS,
              VIEW_CANCELLATION,
              LIST_CANCELLATIONS,
              VIEW_AUDIT,
              LIST_PAYOUTS,
              DECIDE_PAYOUT,
              VIEW_MONEY,
              RECONCILE));

  /** What Countermand's own processes may do. */
  public static final Set<Action> OF_THE_SYSTEM = unmodifiable(EnumSet.allOf(Action.class));

  private static Set<Action> unmodifiable(EnumSet<Action> actions) {
    return Collections.unmodifiableSet(actions);
  }
}
