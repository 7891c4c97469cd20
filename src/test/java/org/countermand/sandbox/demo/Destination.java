package org.countermand.sandbox.demo;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A country that Linden delivers to: what is paid there in, and which tax is charged. */
record Destination(String country, String currency, String ratePercent, String authority) {

  private static final String DESTINATIONS =
      """
      DE EUR 19    DE-VAT
      AT EUR 20    AT-VAT
      FR EUR 20    FR-VAT
      NL EUR 21    NL-VAT
      BE EUR 21    BE-VAT
      IT EUR 22    IT-VAT
      IE EUR 23    IE-VAT
      CH EUR 8.1   CH-VAT
      GB GBP 20    GB-VAT
      US USD 8.875 US-NY-TAX
      JP JPY 10    JP-JCT
      """;

  private static final Map<String, Destination> BY_COUNTRY =
      DESTINATIONS
          .lines()
          .map(Destination::parse)
          .collect(Collectors.toMap(Destination::country, Function.identity()));

  /**
   * The destination with this country code.
   *
   * @throws IllegalArgumentException if Linden does not deliver there
   */
  static Destination of(String country) {
    Destination destination = BY_COUNTRY.get(country);
    if (destination == null) {
      throw new IllegalArgumentException("Not delivered to: " + country);
    }
    return destination;
  }

  /** Where prices are told without the tax that is added at the till. */
  boolean addsTax() {
    return country.equals("US");
  }

  private static Destination parse(String line) {
    String[] cells = Arrays.stream(line.split(" +")).toArray(String[]::new);
    return new Destination(cells[0], cells[1], cells[2], cells[3]);
  }
}
