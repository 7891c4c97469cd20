package org.countermand.tax.model;

/** What a fee that the seller keeps is to the tax of a place. */
public enum FeeTreatment {
  /**
   * Genuine compensation: no price of anything. All tax on what is undone comes back and the fee
   * bears none (CJEU C-277/05; the same sum for a buyer in California, Reg. 1655, and Washington).
   */
  OUTSIDE_SCOPE,
  /** A price for a service: the fee contains tax at the rate of what is undone (GSTR 2009/3). */
  TAX_INCLUDED,
  /**
   * A lesser refund of the price: tax comes back only on the part of the price that does, so that
   * the tax on the fee is kept on top of it (TSB-A-09(29)S).
   */
  PRICE_NOT_REFUNDED
}
