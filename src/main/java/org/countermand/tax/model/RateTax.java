package org.countermand.tax.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.countermand.kernel.Money;

/** Tax from a rate; for orders that told none, and for documents that must state it so. */
public final class RateTax {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private RateTax() {}

  /** A rate as people write it: 20, neither 20.0 nor 2E+1. */
  public static BigDecimal plain(BigDecimal percent) {
    BigDecimal stripped = percent.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** What is contained in a price with tax. */
  public static Money contained(Money gross, BigDecimal percent, RoundingMode rounding) {
    return contained(gross, percent, percent, rounding);
  }

  /** What is contained of one of several taxes that come to so many percent in all. */
  static Money contained(Money gross, BigDecimal percent, BigDecimal all, RoundingMode rounding) {
    return of(gross, percent, HUNDRED.add(all), rounding);
  }

  /** What comes on top of a price without tax. */
  public static Money onTop(Money net, BigDecimal percent, RoundingMode rounding) {
    return of(net, percent, HUNDRED, rounding);
  }

  private static Money of(Money base, BigDecimal part, BigDecimal whole, RoundingMode rounding) {
    long minor =
        BigDecimal.valueOf(base.minor()).multiply(part).divide(whole, 0, rounding).longValueExact();
    return new Money(minor, base.currency());
  }
}
