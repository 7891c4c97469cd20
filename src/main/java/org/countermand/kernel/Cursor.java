package org.countermand.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a sorted list: just behind or just before one row, whether that row is still there or
 * not. It stands in addresses as a word that means nothing to people, and only within the order in
 * which the list was sorted when it was written.
 *
 * @param before whether the page ends here; else it begins here
 * @param currency of an amount, empty for a moment: amounts are sorted within their currency
 * @param value of the row's column: minor units, or microseconds since 1970
 * @param id parts rows whose columns are equal
 */
public record Cursor(boolean before, String currency, long value, UUID id) {

  /** The last microsecond of the year 9999, as much as a database can be asked for. */
  private static final long LARGEST = 253_402_300_799_999_999L;

  private static final int LONGEST = 200;

  private static final Pattern WORD =
      Pattern.compile("([A-Z_]{1,20}[+-])([<>])([A-Z]{3}|)(-?\\d{1,18})/([0-9a-f-]{36})");

  /** Beside a row that is sorted by a moment. */
  public static Cursor at(Instant moment, UUID id) {
    return new Cursor(false, "", ChronoUnit.MICROS.between(Instant.EPOCH, moment), id);
  }

  /** Beside a row that is sorted by an amount. */
  public static Cursor at(Money amount, UUID id) {
    return new Cursor(false, amount.currency().getCurrencyCode(), amount.minor(), id);
  }

  /** The same row seen from the other side: the page ends before it. */
  public Cursor turned() {
    return new Cursor(!before, currency, value, id);
  }

  public Instant moment() {
    return Instant.EPOCH.plus(value, ChronoUnit.MICROS);
  }

  /** As it stands in the address of a list that is sorted by this column in this direction. */
  public String word(Enum<?> column, boolean ascending) {
    String plain = order(column, ascending) + (before ? '<' : '>') + currency + value + '/' + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads what {@link #word} wrote for the same order; nothing else is a place in the list. */
  public static Optional<Cursor> read(String word, Enum<?> column, boolean ascending) {
    Matcher parts = WORD.matcher(word.length() > LONGEST ? "" : plain(word));
    if (!parts.matches() || !parts.group(1).equals(order(column, ascending))) {
      return Optional.empty();
    }
    long value = Long.parseLong(parts.group(4));
    try {
      UUID id = UUID.fromString(parts.group(5));
      return Math.abs(value) > LARGEST
          ? Optional.empty()
          : Optional.of(new Cursor(parts.group(2).equals("<"), parts.group(3), value, id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String order(Enum<?> column, boolean ascending) {
    return column.name() + (ascending ? '+' : '-');
  }

  private static String plain(String word) {
    try {
      return new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
