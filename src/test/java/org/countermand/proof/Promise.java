package org.countermand.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A quotation read from its text: one thing a line, its parts apart by tabs. Amounts are minor
 * units of the order's currency.
 */
final class Promise {

  /** The second layout has lines for what is deducted. */
  private static final Pattern HEAD = Pattern.compile("^countermand quotation [123]\n");

  private final String currency;
  private final boolean net;
  private final SortedMap<String, Long> tenders = new TreeMap<>();
  private final SortedMap<String, Long> charged = new TreeMap<>();
  private final SortedMap<String, Long> withheld = new TreeMap<>();
  private final List<String> mistakes = new ArrayList<>();

  /** What the line or charge that is being read has to come to, less what was read of it. */
  private long open;

  private long items;
  private long total;

  private Promise(String currency, boolean net) {
    this.currency = currency;
    this.net = net;
  }

  /**
   * Reads it.
   *
   * @param net whether tax comes on top of the prices
   */
  static Promise read(String body, String currency, boolean net) {
    Promise promise = new Promise(currency, net);
    try {
      if (!HEAD.matcher(body).find()) {
        throw new IllegalArgumentException("no quotation");
      }
      body.lines().skip(1).map(line -> line.split("\t", -1)).forEach(promise::take);
      promise.close();
      promise.addUp();
    } catch (IllegalArgumentException
        | ArithmeticException
        | ArrayIndexOutOfBoundsException unreadable) {
      promise.mistakes.add("unreadable: " + unreadable.getMessage());
    }
    return promise;
  }

  private void take(String[] part) {
    switch (part[0]) {
      case "line" -> {
        close();
        open(minor(part[7]), minor(part[5]) + minor(part[6]));
      }
      case "charge" -> {
        close();
        open(minor(part[4]), minor(part[3]));
      }
      case "deduction" -> {
        close();
        open(minor(part[3]), minor(part[3]));
      }
      case "tax" -> tax(part);
      case "contained" ->
          withheld.merge(taxKey(part[1], new BigDecimal(part[2])), -minor(part[3]), Long::sum);
      case "tender" -> tenders.merge(part[1], minor(part[5]), Long::sum);
      case "total" -> total = minor(part[1]);
      default -> {
        // When it was made and until when it binds.
      }
    }
  }

  private void open(long itsTotal, long known) {
    items += itsTotal;
    open = itsTotal - known;
  }

  private void tax(String[] part) {
    long amount = minor(part[3]);
    charged.merge(taxKey(part[1], new BigDecimal(part[2])), amount, Long::sum);
    if (net) {
      open -= amount;
    }
  }

  private void close() {
    if (open != 0) {
      mistakes.add("a line is off by " + Minor.text(open, currency));
    }
    open = 0;
  }

  private void addUp() {
    long back = tenders.values().stream().mapToLong(Long::longValue).sum();
    if (items != total || back != total) {
      mistakes.add(
          "lines come to %s, tenders to %s, the total is %s"
              .formatted(
                  Minor.text(items, currency),
                  Minor.text(back, currency),
                  Minor.text(total, currency)));
    }
  }

  /** The name under which taxes are summed. */
  static String taxKey(String authority, BigDecimal ratePercent) {
    return authority + " " + ratePercent.stripTrailingZeros().toPlainString();
  }

  private long minor(String text) {
    return Minor.of(text, currency);
  }

  /** What is to go back, by tender. */
  SortedMap<String, Long> tenders() {
    return tenders;
  }

  /** Tax that had been charged on what comes back, by authority and rate. */
  SortedMap<String, Long> charged() {
    return charged;
  }

  /** Tax in what is withheld, by authority and rate: so much less comes back. */
  SortedMap<String, Long> withheld() {
    return withheld;
  }

  long total() {
    return total;
  }

  /** What does not add up inside it. */
  List<String> mistakes() {
    return mistakes;
  }

  /** Whether another gives the same on the same tenders. */
  boolean gives(Promise other) {
    return tenders.equals(other.tenders) && total == other.total;
  }

  /** Whether another gives no more, in all and on any tender. */
  boolean givesAtLeast(Promise other) {
    return total >= other.total
        && other.tenders.entrySet().stream()
            .allMatch(each -> tenders.getOrDefault(each.getKey(), 0L) >= each.getValue());
  }
}
