package org.countermand.sandbox.generator;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * A country that is sold to.
 *
 * @param weight how many of a hundred customers live there
 * @param rate tax in thousandths of a percent
 * @param taxOnTop whether prices are told without their tax
 * @param entity who sells there
 * @param priceFactor of the price in euro cents, in hundredths, for one minor unit here
 */
record Market(
    int weight,
    String country,
    String region,
    Locale locale,
    Currency currency,
    String authority,
    int rate,
    boolean taxOnTop,
    String entity,
    int priceFactor) {

  private static final String ROWS =
      """
      # % country locale currency authority rate  tax     entity         factor
      44 DE    de    EUR DE-VAT    19000 inside Linden_GmbH    100
       6 AT    de    EUR AT-VAT    20000 inside Linden_GmbH    100
      12 FR    fr    EUR FR-VAT    20000 inside Linden_GmbH    100
       6 NL    en    EUR NL-VAT    21000 inside Linden_GmbH    100
       4 BE    fr    EUR BE-VAT    21000 inside Linden_GmbH    100
       4 IT    en    EUR IT-VAT    22000 inside Linden_GmbH    100
       2 IE    en    EUR IE-VAT    23000 inside Linden_GmbH    100
       6 CH    de    CHF CH-VAT     8100 inside Linden_GmbH    108
       9 GB    en    GBP GB-VAT    20000 inside Linden_Ltd      88
       5 US-NY en    USD US-NY-TAX  8875 on_top Linden_Inc.    112
       2 JP    en    JPY JP-JCT    10000 inside Linden_GmbH    160
      """;

  private static final List<Market> ALL =
      ROWS.lines().filter(line -> !line.startsWith("#")).map(Market::parse).toList();

  private static final int[] WEIGHTS = ALL.stream().mapToInt(Market::weight).toArray();

  private static Market parse(String line) {
    String[] cell = line.strip().split(" +", -1);
    String[] place = cell[1].split("-", -1);
    return new Market(
        Integer.parseInt(cell[0]),
        place[0],
        place.length > 1 ? place[1] : "",
        Locale.forLanguageTag(cell[2]),
        Currency.getInstance(cell[3]),
        cell[4],
        Integer.parseInt(cell[5]),
        cell[6].equals("on_top"),
        cell[7].replace('_', ' '),
        Integer.parseInt(cell[8]));
  }

  static Market any(Dice dice) {
    return ALL.get(dice.weighed(WEIGHTS));
  }

  /** The rate in percent, as orders have it. */
  BigDecimal ratePercent() {
    return BigDecimal.valueOf(rate, 3).stripTrailingZeros();
  }

  /** The tax contained in a price, or on top of it, half up to the minor unit. */
  long tax(long price, boolean onTop) {
    long divisor = onTop ? 100_000L : 100_000L + rate;
    return (2 * price * rate + divisor) / (2 * divisor);
  }

  /** What costs so many euro cents costs here, half up to the minor unit and at least one. */
  long price(long cents) {
    return Math.max(1, (cents * priceFactor + 50) / 100);
  }
}
