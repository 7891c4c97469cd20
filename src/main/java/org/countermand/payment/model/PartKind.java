package org.countermand.payment.model;

/** How money goes back on one tender. */
public enum PartKind {
  /** The whole authorization is given back; the bank lifts its reservation. */
  VOID,
  /** Less may be captured; the bank keeps the rest of the reservation until the capture. */
  CEILING,
  /** Captured money is paid back. */
  REFUND,
  /** It goes back onto the gift card or store credit that it was paid with, at once. */
  CREDIT,
  /** Nothing: the authorization lapsed before anything was taken. */
  LAPSED,
  /**
   * Nothing: the gateway cannot give the reservation back, or something was taken of it already.
   * Nobody takes more, and the bank lets the rest lapse by itself.
   */
  LAPSING;

  /** Whether the buyer gets money that was taken from him; else it is never taken. */
  public boolean paysBack() {
    return this == REFUND || this == CREDIT;
  }

  /** Whether the gateway has to be called for it. */
  public boolean called() {
    return this == VOID || this == REFUND;
  }
}
