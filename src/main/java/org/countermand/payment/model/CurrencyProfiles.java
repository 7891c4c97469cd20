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
import java.util.Optional;
import java.util.OptionalInt;
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
  private static final Map<String, Row> ROWS = read();

  /**
   * A line of the file.
   *
   * @param decimals empty where the gateway contradicts itself
   */
  private record Row(OptionalInt decimals, long multipleOf, LocalDate asOf, String source) {

    static Row of(String[] cells) {
      return new Row(
          cells[2].equals(CONTRADICTORY)
              ? OptionalInt.empty()
              : OptionalInt.of(Integer.parseInt(cells[2])),
          Long.parseLong(cells[3]),
          LocalDate.parse(cells[4]),
          cells[5]);
    }
  }

  private CurrencyProfiles() {}

  /**
   * How a gateway writes amounts of a currency; refused as {@link ReasonCode#UNSUPPORTED} if that
   * is not known for sure.
   */
  public static Decision<CurrencyProfile> of(String gateway, Currency currency) {
    String code = currency.getCurrencyCode();
    Row row = ROWS.get(key(gateway, code));
    if (row == null && currency.getDefaultFractionDigits() == 2) {
      row = ROWS.get(key(gateway, OTHERS));
    }
    return row == null || row.decimals().isEmpty()
        ? Decision.no(Finding.of(ReasonCode.UNSUPPORTED, "currency", code))
        : Decision.yes(
            new CurrencyProfile(
                gateway,
                currency,
                row.decimals().getAsInt(),
                row.multipleOf(),
                row.asOf(),
                row.source()));
  }

  /**
   * The gateway's number for an amount; refused as {@link ReasonCode#AMOUNT_INEXACT} if there is
   * none for sure.
   */
  public static Decision<Long> toGateway(String gateway, Money amount) {
    return of(gateway, amount.currency()) instanceof Decision.Accepted<CurrencyProfile> known
        ? known.value().toGateway(amount)
        : Decision.no(CurrencyProfile.inexact(amount));
  }

  /** Why a gateway cannot pay an amount; nothing for a gateway of which nothing is known. */
  public static Optional<Finding> refusal(String gateway, Money amount) {
    return ROWS.containsKey(key(gateway, OTHERS))
            && toGateway(gateway, amount) instanceof Decision.Refused<Long> no
        ? Optional.of(no.findings().get(0))
        : Optional.empty();
  }

  private static String key(String gateway, String currency) {
    return gateway + "," + currency;
  }

  private static Map<String, Row> read() {
    Map<String, Row> rows = new HashMap<>();
    try (InputStream file =
            Objects.requireNonNull(CurrencyProfiles.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .forEach(cells -> rows.put(key(cells[0], cells[1]), Row.of(cells)));
      return Map.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
