package org.countermand.cancellation.model;

/** What a plan consists of, in the order in which it runs; it ends with the goods. */
public enum StepKind {
  /** Ask the warehouse not to pack. */
  HOLD,
  /** Give money back on one tender. */
  REIMBURSE,
  /** Issue the credit document. */
  CREDIT,
  /** Give the held units back to free stock. */
  RELEASE
}
