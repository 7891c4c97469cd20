package org.countermand.cancellation.model;

/** What happens to a cancellation: the names of the edges of its life cycle. */
public enum Event {
  ALLOWED,
  REFERRED,
  RULED_OUT,
  BASIS_GIVEN,
  LAPSED,
  TAKEN_BACK,
  APPROVED,
  APPROVED_ANEW,
  DENIED,
  HOLD_ASKED,
  HELD,
  PARTLY_HELD,
  HOLD_REFUSED,
  HOLD_ABANDONED,
  GOODS_STOPPED,
  GOODS_LOST,
  PLAN_DONE
}
