package org.countermand.proof;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A credit document read from its text: one thing a line, its parts apart by tabs. Amounts are
 * minor units.
 */
final class Paper {

  private static final String HEAD = "countermand document 1\n";

  private final String currency;
  private final Map<String, String> heads = new TreeMap<>();
  private final SortedMap<String, Long> charged = new TreeMap<>();
  private final SortedMap<String, Long> withheld = new TreeMap<>();
  private final SortedMap<String, Long> stated = new TreeMap<>();
  private String above = "";
  private boolean net;
  private boolean reckoned;
  private long sum;

  private Paper(String currency) {
    this.currency = currency;
  }

  /** Whether it is one; what was issued at first was the text of a quotation. */
  static boolean is(String body) {
    return body.startsWith(HEAD);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when an amount is none
   */
  static Paper read(String body, String currency) {
    Paper paper = new Paper(currency);
    body.lines().skip(1).map(line -> line.split("\t", -1)).forEach(paper::take);
    return paper;
  }

  private void take(String[] part) {
    switch (part[0]) {
      case "supply" -> {
        net = part[6].equals("NET");
        heads.put(part[0], part[1]);
      }
      case "doubt" -> reckoned |= part[1].equals("TAX_FROM_RATE");
      case "item" -> sum += Minor.of(part[7], currency);
      case "withheld" -> sum -= Minor.of(part[3], currency);
      case "tax" -> tax(part);
      default -> heads.put(part[0], part.length > 1 ? part[1] : "");
    }
    if (!part[0].equals("tax")) {
      above = part[0];
    }
  }

  /** It belongs to what stands above it. */
  private void tax(String[] part) {
    String key = Promise.taxKey(part[1], new BigDecimal(part[2]));
    long amount = Minor.of(part[3], currency);
    if (above.equals("item")) {
      charged.merge(key, amount, Long::sum);
      sum += net ? amount : 0;
    } else if (above.equals("withheld")) {
      withheld.merge(key, amount, Long::sum);
    } else if (above.equals("ruling")) {
      stated.merge(key, amount, Long::sum);
    }
  }

  /** What stands behind a word that is there once. */
  String head(String word) {
    return heads.getOrDefault(word, "");
  }

  /** Tax that had been charged on what comes back, by authority and rate. */
  SortedMap<String, Long> charged() {
    return charged;
  }

  /** Tax in what is withheld, by authority and rate. */
  SortedMap<String, Long> withheld() {
    return withheld;
  }

  /** Tax as the document states it. */
  SortedMap<String, Long> stated() {
    return stated;
  }

  /** Whether the order told no tax, so that what was charged is not known. */
  boolean reckoned() {
    return reckoned;
  }

  /** What its items come to, less what is withheld. */
  long sum() {
    return sum;
  }

  /** What it says that the buyer got. */
  long repaid() {
    return Minor.of(head("repaid"), currency);
  }
}
