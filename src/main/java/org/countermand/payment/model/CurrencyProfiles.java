package org.countermand.payment.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;

/**
 * What is known of how gateways write amounts; the data stand in {@code gateway-currencies.csv}.
 */
public final class CurrencyProfiles {

  private static final String FILE = "gateway-currencies.csv";
  private static final String OTHERS = "*";
  private static final String CONTRADICTORY = "-";
  private static final Map<String, String[]> ROWS = read();

  private CurrencyProfiles() {}

  /**
   * How a gateway writes amounts of a currency; refused as {@link ReasonCode#UNSUPPORTED} if that
   * is not known for sure.
   */
  public static Decision<CurrencyProfile> of(String gateway, Currency currency) {
    String code = currency.getCurrencyCode();
    String[] row = ROWS.get(gateway + "," + code);
    if (row == null && currency.getDefaultFractionDigits() == 2) {
      row = ROWS.get(gateway + "," + OTHERS);
    }
    if (row == null || row[2].equals(CONTRADICTORY)) {
      return Decision.no(Finding.of(ReasonCode.UNSUPPORTED, "currency", code));
    }
    return Decision.yes(
        new CurrencyProfile(
            gateway,
            currency,
            Integer.parseInt(row[2]),
            Long.parseLong(row[3]),
            LocalDate.parse(row[4]),
            row[5]));
  }

  /** The gateway's number for an amount, or why there is none. */
  public static Decision<Long> toGateway(String gateway, Money amount) {
    return of(gateway, amount.currency()).then(profile -> profile.toGateway(amount));
  }

  /** Whether anything is known of this gateway. Of others nothing is refused. */
  public static boolean knows(String gateway) {
    return ROWS.containsKey(gateway + "," + OTHERS);
  }

  private static Map<String, String[]> read() {
    Map<String, String[]> rows = new HashMap<>();
    try (InputStream file =
            Objects.requireNonNull(CurrencyProfiles.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .forEach(row -> rows.put(row[0] + "," + row[1], row));
      return Map.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
