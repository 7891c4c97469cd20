package org.countermand.refund.model;

/**
 * What becomes of a discount on goods that remain, once so much is cancelled that they no longer
 * reach the value from which it was granted. What is cancelled always gives back exactly what was
 * paid for it; the promotion is never computed anew.
 */
public enum PromotionEffect {
  /** The buyer keeps it. */
  KEEP,
  /**
   * He keeps as much of it as what remains is of the value from which it was granted; the rest is
   * deducted, rounded down.
   */
  PRORATE,
  /** All of it is deducted. */
  CLAW_BACK
}
