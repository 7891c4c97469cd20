package org.countermand.refund.model;

/** When a charge comes back. */
public enum ChargeReturn {
  /**
   * With every unit its frozen share: of its line if the charge was made for one, else of all lines
   * by the value of their goods before discounts.
   */
  WITH_UNITS,
  /** Whole, with the last units of the order. */
  WHEN_NOTHING_REMAINS
}
