package org.countermand.platform.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.countermand.kernel.Money;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Money, rates, days and moments as people of a language write them. Moments are told in the shop's
 * zone. Numbers contain no-break spaces, so that an amount is never parted from its currency.
 */
@ApplicationScoped
public class Amounts {

  private static final int FINEST_RATE = 4;
  private static final int FINEST_NUMBER = 6;

  private final ZoneId zone;

  /** For the container's proxies only. */
  protected Amounts() {
    this("UTC");
  }

  /** In the shop's zone, an IANA name in {@code countermand.zone}. */
  @Inject
  public Amounts(
      @ConfigProperty(name = "countermand.zone", defaultValue = "Europe/Berlin") String zone) {
    this.zone = ZoneId.of(zone);
  }

  /** With as many decimals as the currency has: {@code €19.99}, {@code 19,99 €}. */
  public String money(Locale locale, Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(Languages.writing(locale));
    int digits = money.currency().getDefaultFractionDigits();
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(money.decimal());
  }

  /** Money as it stands in findings and events: {@code 19.99 EUR}. */
  public String money(Locale locale, String money) {
    return money(locale, Money.parse(money));
  }

  /** A number that is no money: {@code 1,234.5}, {@code 1.234,5}. */
  public String number(Locale locale, Number number) {
    NumberFormat format = NumberFormat.getNumberInstance(Languages.writing(locale));
    format.setMaximumFractionDigits(FINEST_NUMBER);
    return format.format(number);
  }

  /** An amount whose currency is not known, with two decimals at least: {@code 1,234.50}. */
  public String amount(Locale locale, BigDecimal amount) {
    NumberFormat format = NumberFormat.getNumberInstance(Languages.writing(locale));
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(FINEST_NUMBER);
    return format.format(amount);
  }

  /** A rate in percent: {@code 19%}, {@code 5,5 %}. */
  public String percent(Locale locale, BigDecimal percent) {
    NumberFormat format = NumberFormat.getPercentInstance(Languages.writing(locale));
    format.setMaximumFractionDigits(FINEST_RATE);
    return format.format(percent.movePointLeft(2));
  }

  /** A day: {@code 23 November 2026}. */
  public String date(Locale locale, LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Languages.writing(locale))
        .format(date);
  }

  /** The day on which a moment falls in the shop's zone. */
  public String date(Locale locale, Instant at) {
    return date(locale, LocalDate.ofInstant(at, zone));
  }

  /** A moment to the minute: {@code 23 November 2026, 14:02}. */
  public String dateTime(Locale locale, Instant at) {
    return moment(locale, at, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
  }

  /** A moment to the second with its zone, as proof needs it. */
  public String exactly(Locale locale, Instant at) {
    return moment(locale, at, DateTimeFormatter.ofPattern("HH:mm:ss z"));
  }

  private String moment(Locale locale, Instant at, DateTimeFormatter time) {
    // Joined here: the platform's own wording between day and time differs from release to release.
    Locale writing = Languages.writing(locale);
    return date(locale, at) + ", " + time.withLocale(writing).format(at.atZone(zone));
  }

  /** The first moment of a day in the shop's zone. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
