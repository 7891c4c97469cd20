package org.countermand.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in minor units of a currency: {@code 1999 EUR} is 19.99 euro, {@code 500 JPY} is 500
 * yen.
 *
 * <p>Arithmetic is exact: it refuses to mix currencies ({@link IllegalArgumentException}) and to
 * overflow ({@link ArithmeticException}). There is no division here; whoever divides states the
 * rounding and who gets the remainder.
 *
 * @param minor the amount in minor units after ISO 4217, negative for money owed the other way
 * @param currency the currency
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** So many minor units of the currency with this ISO 4217 code. */
  public static Money of(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  /** Nothing, in this currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** Reads what {@link #toString()} wrote; refuses more decimals than the currency has. */
  public static Money parse(String text) {
    int space = text.indexOf(' ');
    Currency currency = Currency.getInstance(text.substring(space + 1));
    BigDecimal decimal = new BigDecimal(text.substring(0, space));
    return new Money(
        decimal.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }

  /** The smaller of two amounts. */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  /** The amount in major units, for display and for wire formats with decimals. */
  public BigDecimal decimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  /** For logs and canonical texts: {@code 19.99 EUR}. */
  @Override
  public String toString() {
    return decimal().toPlainString() + " " + currency.getCurrencyCode();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
    }
    return other;
  }
}
