package org.countermand.sandbox.payment;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Minor units for people to read. */
final class Amount {

  private Amount() {}

  /** Such as {@code 12.34 EUR}, with as many digits as the currency has. */
  static String text(long minor, String currency) {
    String code = currency.toUpperCase(Locale.ROOT);
    return BigDecimal.valueOf(minor, digits(code)).toPlainString() + " " + code;
  }

  private static int digits(String code) {
    try {
      return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return 0; // not in ISO 4217: shown as it came
    }
  }
}
