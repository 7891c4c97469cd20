package org.countermand.payment.model;

/** Why a gateway has taken a refund and has not paid it out. */
public enum PendingReason {
  /** It goes its way. */
  PROCESSING,
  /** The shop's balance at the gateway does not cover it. */
  INSUFFICIENT_FUNDS,
  /** The payment itself is not through yet. */
  CHARGE_PENDING
}
