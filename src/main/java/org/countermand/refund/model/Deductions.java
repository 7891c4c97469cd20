package org.countermand.refund.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.Order;

/**
 * Which deductions the law of the buyer's residence permits for goods that were not handed over
 * yet; the data, with their sources, stand in {@code deductions.csv}. A country that is not named
 * there permits a consumer's money no deduction at all.
 */
public final class Deductions {

  private static final String FILE = "deductions.csv";
  private static final String OTHERS = "*";

  /** 16 CFR 435.2(a)(1): without a stated time the seller has to ship within thirty days. */
  private static final Duration US_SHIPMENT = Duration.ofDays(30);

  private static final Map<String, Permission> ROWS = read();

  private Deductions() {}

  /** What the law says of a deduction. */
  public static Permission of(Buyer buyer, QuotedDeduction.Kind kind) {
    Permission own = ROWS.get(key(buyer.residence().country(), buyer.kind(), kind));
    return own != null
        ? own
        : ROWS.getOrDefault(key(OTHERS, buyer.kind(), kind), Permission.FORBIDDEN);
  }

  /** Whether a shop may keep this fee for a cancellation at that moment. */
  static boolean permitsFee(Order order, FeeRule rule, Instant at) {
    return switch (of(order.buyer(), QuotedDeduction.Kind.FEE)) {
          case FORBIDDEN -> false;
          case IF_DISCLOSED -> rule.disclosed();
          case IF_RECIPROCAL -> rule.disclosed() && rule.reciprocal();
        }
        && !lateInTheUnitedStates(order, at);
  }

  /** Whether a discount may be taken back from goods that remain; it stands in the shop's terms. */
  static boolean permitsClawBack(Order order) {
    return of(order.buyer(), QuotedDeduction.Kind.PROMOTION) != Permission.FORBIDDEN;
  }

  /**
   * 16 CFR 435.2: who did not ship in time refunds every cent, whatever his terms say. The stated
   * day itself is still in time.
   */
  private static boolean lateInTheUnitedStates(Order order, Instant at) {
    if (!order.buyer().residence().country().equals("US")
        || order.stage().compareTo(FulfilmentStage.HANDED_OVER) >= 0) {
      return false;
    }
    return order.promisedOn() != null
        ? at.atOffset(ZoneOffset.UTC).toLocalDate().isAfter(order.promisedOn())
        : at.isAfter(order.placedAt().plus(US_SHIPMENT));
  }

  private static String key(String country, Buyer.Kind buyer, QuotedDeduction.Kind kind) {
    return country + "," + buyer + "," + kind;
  }

  private static Map<String, Permission> read() {
    Map<String, Permission> rows = new HashMap<>();
    try (InputStream file =
            Objects.requireNonNull(Deductions.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> take(rows, line));
      return Map.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void take(Map<String, Permission> rows, String line) {
    String[] cells = line.split(",", 5);
    for (String country : cells[0].split(" ")) {
      rows.put(
          key(country, Buyer.Kind.valueOf(cells[1]), QuotedDeduction.Kind.valueOf(cells[2])),
          Permission.valueOf(cells[3]));
    }
  }
}
