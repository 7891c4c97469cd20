package org.countermand.channel.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.countermand.channel.model.FileRow;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.order.model.ItemClass;

/**
 * A row by which something was sold or taken back.
 *
 * @param row as it stands in the file
 * @param quantity negative for what was taken back
 * @param date by the shop's clock
 * @param price of one unit, tax contained
 * @param taxRate in percent, together with {@code tax}
 * @param tax contained in the price of all units
 */
record Sale(
    FileRow row,
    String sku,
    String description,
    ItemClass itemClass,
    int quantity,
    LocalDateTime date,
    ZoneId clock,
    BigDecimal price,
    Currency currency,
    String email,
    String name,
    Jurisdiction residence,
    Locale language,
    String payment,
    Optional<BigDecimal> taxRate,
    Optional<BigDecimal> tax) {

  Instant at() {
    return date.atZone(clock).toInstant();
  }

  /** The price of all units in minor units; half of one goes up. */
  Money goods() {
    return money(price.multiply(BigDecimal.valueOf(quantity)), currency);
  }

  /** The tax of all units in minor units; half of one goes up. */
  Optional<Money> taxAmount() {
    return tax.map(amount -> money(amount, currency));
  }

  private static Money money(BigDecimal amount, Currency currency) {
    long minor =
        amount
            .movePointRight(currency.getDefaultFractionDigits())
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    return new Money(minor, currency);
  }
}
