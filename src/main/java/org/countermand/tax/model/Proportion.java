package org.countermand.tax.model;

import java.math.BigInteger;

/** The rule of three for minor units. */
final class Proportion {

  private Proportion() {}

  /** total · part / whole, half away from zero. */
  static long of(long total, long part, long whole) {
    BigInteger divisor = BigInteger.valueOf(whole);
    BigInteger product = BigInteger.valueOf(total).multiply(BigInteger.valueOf(part));
    BigInteger twice = product.abs().shiftLeft(1).add(divisor.abs());
    BigInteger rounded = twice.divide(divisor.abs().shiftLeft(1));
    return (product.signum() * divisor.signum() < 0 ? rounded.negate() : rounded).longValueExact();
  }
}
