package org.countermand.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.countermand.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No-break spaces, wide or narrow, are written as {@code ~}. */
class AmountsTest {

  private final Amounts amounts = new Amounts("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en    | 1999      | EUR | €19.99",
        "de    | 1999      | EUR | 19,99~€",
        "fr    | 1999      | EUR | 19,99~€",
        "en    | 123456789 | EUR | €1,234,567.89",
        "de    | 123456789 | EUR | 1.234.567,89~€",
        "fr    | 123456789 | EUR | 1~234~567,89~€",
        "en-US | 1999      | USD | $19.99",
        "de-AT | 1999      | EUR | €~19,99",
        "de    | 12800     | JPY | 12.800~¥",
        "de    | 18450     | KWD | 18,450~KWD",
        "de    | -500      | EUR | -5,00~€",
        "ja    | 1999      | EUR | €19.99"
      })
  void moneyIsWrittenAsTheReaderWritesIt(
      String locale, long minor, String currency, String written) {
    assertThat(visible(amounts.money(Locale.forLanguageTag(locale), Money.of(minor, currency))))
        .isEqualTo(written);
  }

  @Test
  void theLargestAmountKeepsEveryCent() {
    assertThat(visible(amounts.money(Locale.GERMAN, Money.of(Long.MAX_VALUE, "EUR"))))
        .isEqualTo("92.233.720.368.547.758,07~€");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en | 19 | 19%", "de | 19.00 | 19~%", "fr | 5.5 | 5,5~%", "en | 8.875 | 8.875%"})
  void ratesAreWrittenWithoutIdleZeros(String locale, BigDecimal percent, String written) {
    assertThat(visible(amounts.percent(Locale.forLanguageTag(locale), percent))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en    | 23 November 2026",
        "en-US | November 23, 2026",
        "de    | 23. November 2026",
        "fr    | 23 novembre 2026"
      })
  void daysAreWrittenInWords(String locale, String written) {
    assertThat(amounts.date(Locale.forLanguageTag(locale), LocalDate.of(2026, 11, 23)))
        .isEqualTo(written);
  }

  @Test
  void anAmountWithoutACurrencyHasTwoDecimalsAtLeast() {
    assertThat(amounts.amount(Locale.ENGLISH, new BigDecimal("1064.3"))).isEqualTo("1,064.30");
    assertThat(amounts.amount(Locale.GERMAN, new BigDecimal("5"))).isEqualTo("5,00");
    assertThat(amounts.amount(Locale.ENGLISH, new BigDecimal("0.125"))).isEqualTo("0.125");
    assertThat(amounts.number(Locale.ENGLISH, 1064L)).isEqualTo("1,064");
  }

  @Test
  void momentsAreToldInTheZoneOfTheShop() {
    Instant beforeMidnightInLondon = Instant.parse("2026-11-23T23:30:05Z");

    assertThat(amounts.dateTime(Locale.ENGLISH, beforeMidnightInLondon))
        .isEqualTo("24 November 2026, 00:30");
    assertThat(amounts.exactly(Locale.GERMAN, beforeMidnightInLondon))
        .isEqualTo("24. November 2026, 00:30:05 MEZ");
  }

  private static String visible(String written) {
    return written.replace('\u00a0', '~').replace('\u202f', '~');
  }
}
