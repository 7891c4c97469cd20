package org.countermand.payment.model;

/** How money goes back on one tender. */
public enum PartKind {
  /** The whole authorization is given back; the bank lifts its reservation. */
  VOID,
  /** Less may be captured; the bank keeps the rest of the reservation until the capture. */
  CEILING,
  /** Captured money is paid back. */
  REFUND
}
