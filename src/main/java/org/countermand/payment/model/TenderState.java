package org.countermand.payment.model;

/** What the gateway says of a payment, in the words that eligibility and plans need. */
public enum TenderState {
  /** Promised, nothing taken: can be voided, or captured for less. */
  AUTHORIZED,
  /** Taken, wholly or in part: can be refunded up to what was taken. */
  CAPTURED,
  /** The promise was given back or lapsed: there is nothing to pay back. */
  RELEASED,
  /** The gateway is still at it: nothing may be decided on it now. */
  PENDING,
  /** The buyer's bank has taken it into dispute: a refund could pay twice. */
  DISPUTED
}
