package org.countermand.sandbox.payment;

/** The states of a card refund. */
enum RefundStatus {
  PENDING,
  SUCCEEDED,
  FAILED
}
