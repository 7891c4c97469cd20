package org.countermand.order.model;

import java.math.BigDecimal;
import org.countermand.kernel.Money;

/**
 * One tax by one authority as it was charged.
 *
 * @param authority who levies it, such as {@code DE-VAT} or {@code US-CA-SALES}
 * @param ratePercent the rate as charged, in percent
 * @param amount tax charged, contained in the price or on top of it after the order's basis
 */
public record TaxLine(String authority, BigDecimal ratePercent, Money amount) {

  /** The same tax on another amount. */
  public TaxLine of(Money other) {
    return new TaxLine(authority, ratePercent, other);
  }
}
