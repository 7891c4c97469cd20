package org.countermand.proof;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as texts have them ({@code 19.99 EUR}) in minor units, exactly. */
final class Minor {

  private Minor() {}

  /**
   * The minor units of an amount.
   *
   * @throws IllegalArgumentException when it is none, or in another currency
   * @throws ArithmeticException when it has more decimals than the currency
   */
  static long of(String text, String currency) {
    int space = text.indexOf(' ');
    if (space < 0 || !text.substring(space + 1).equals(currency)) {
      throw new IllegalArgumentException("no amount in " + currency + ": " + text);
    }
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return new BigDecimal(text.substring(0, space)).movePointRight(digits).longValueExact();
  }

  /**
   * The minor units that a number of the gateway stands for.
   *
   * @throws ArithmeticException when it is no whole number of them
   */
  static long ofGateway(long number, String currency) {
    return switch (currency) {
      // Two decimals there, none here.
      case "ISK" -> BigDecimal.valueOf(number, 2).longValueExact();
      // None there, two here.
      case "MGA" -> Math.multiplyExact(number, 100L);
      default -> number;
    };
  }

  /** Such as {@code 19.99 EUR}. */
  static String text(long minor, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
  }
}
