package org.countermand.api.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.countermand.kernel.Jurisdiction;
import org.jspecify.annotations.Nullable;

/** The forms that texts on the wire have. */
final class Texts {

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),:;\\\\]+@[^\\s@]+\\.[^\\s@.]+");
  private static final Pattern RATE = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?");
  private static final Pattern REGION = Pattern.compile("[A-Z0-9]{0,3}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private Texts() {}

  /** Whether it has no control character, which could end a line of a letter's head. */
  static boolean isOneLine(@Nullable String text) {
    return text == null || (isUnicode(text) && text.chars().noneMatch(Character::isISOControl));
  }

  /** Whether it has no control characters but line ends and tabs. */
  static boolean isProse(@Nullable String text) {
    return text == null
        || (isUnicode(text)
            && text.chars().noneMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0));
  }

  /** Half of a surrogate pair is no character and would be stored as another one. */
  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  static String email(String text) {
    return matching(EMAIL, text);
  }

  static String sha256(String text) {
    return matching(SHA_256, text);
  }

  /** A rate in percent; as text, because a JSON number would pass through binary fractions. */
  static BigDecimal rate(String text) {
    return new BigDecimal(matching(RATE, text));
  }

  static String country(String text) {
    return Jurisdiction.of(text).country();
  }

  static String region(String text) {
    return matching(REGION, text);
  }

  /** A currency that has minor units at all; the codes for metals and tests have none. */
  static Currency currency(String text) {
    Currency currency = Currency.getInstance(text);
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException("No minor units: " + text);
    }
    return currency;
  }

  static Locale locale(String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text).build();
      if (locale.getLanguage().isEmpty()) {
        throw new IllegalArgumentException("No language: " + text);
      }
      return locale;
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A moment, as fine as the database keeps it. */
  static Instant instant(String text) {
    Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    plausible(instant.atOffset(ZoneOffset.UTC).getYear());
    return instant;
  }

  static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    plausible(date.getYear());
    return date;
  }

  private static void plausible(int year) {
    if (year < 1970 || year > 2999) {
      throw new DateTimeException("Not a year of trade: " + year);
    }
  }

  private static String matching(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("Not of the form " + pattern);
    }
    return text;
  }
}
