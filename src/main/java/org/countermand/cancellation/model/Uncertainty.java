package org.countermand.cancellation.model;

/** Why it is not sure where some money is, the most urgent first. */
public enum Uncertainty {
  /** A call was cut or timed out, and nobody has found out yet what it did. */
  UNKNOWN_OUTCOME,
  /** Somebody is at it for longer than a call takes. */
  IN_FLIGHT,
  /** The gateway has it for long, or waits for the shop's money. */
  PENDING,
  /** The payment is not through, so nothing can go back. */
  CAPTURE_IN_FLIGHT,
  /** The buyer's bank has taken it into dispute. */
  DISPUTED,
  /** It did not go through, and nobody has found another way. */
  FAILED,
  /** Somebody else gave money back of the same payment. */
  ELSEWHERE,
  /** Our books and the gateway say different things. */
  MISMATCH,
  /** The gateway has a refund with our mark that we do not know. */
  ORPHAN
}
