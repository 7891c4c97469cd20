package org.countermand.payment.model;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Currency;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;

/**
 * How a gateway writes amounts of one currency. What it cannot write exactly is refused, never
 * rounded: a refund that is off by a factor of a hundred is worse than one by hand.
 *
 * @param decimals how many decimals the gateway's whole numbers have
 * @param multipleOf what those numbers must be a multiple of
 * @param asOf when this was read at its source
 */
public record CurrencyProfile(
    String gateway,
    Currency currency,
    int decimals,
    long multipleOf,
    LocalDate asOf,
    String source) {

  /**
   * The gateway's number for an amount; refused as {@link ReasonCode#AMOUNT_INEXACT} if there is
   * none.
   */
  public Decision<Long> toGateway(Money amount) {
    BigInteger[] number = moved(amount.minor(), shift());
    boolean exact =
        number[1].signum() == 0
            && number[0].mod(BigInteger.valueOf(multipleOf)).signum() == 0
            && number[0].bitLength() < Long.SIZE;
    return exact && amount.currency().equals(currency)
        ? Decision.yes(number[0].longValueExact())
        : Decision.no(inexact(amount));
  }

  static Finding inexact(Money amount) {
    return Finding.of(ReasonCode.AMOUNT_INEXACT, "amount", amount);
  }

  /** What a number of the gateway's means; refused if our minor units are too coarse for it. */
  public Decision<Money> fromGateway(long number) {
    BigInteger[] minor = moved(number, -shift());
    return minor[1].signum() == 0 && minor[0].bitLength() < Long.SIZE
        ? Decision.yes(new Money(minor[0].longValueExact(), currency))
        : Decision.no(Finding.of(ReasonCode.AMOUNT_INEXACT));
  }

  private int shift() {
    return decimals - currency.getDefaultFractionDigits();
  }

  /** The number with its decimal point moved, and what is lost by that. */
  private static BigInteger[] moved(long number, int places) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(places));
    return places >= 0
        ? new BigInteger[] {BigInteger.valueOf(number).multiply(power), BigInteger.ZERO}
        : BigInteger.valueOf(number).divideAndRemainder(power);
  }
}
