package org.countermand.channel.csv;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countermand.channel.model.Dialect;
import org.jspecify.annotations.Nullable;

/** Reads numbers and dates as a shop writes them. */
final class Cells {

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,9}");

  private final Pattern number;
  private final char decimalMark;
  private final List<DateTimeFormatter> dates;
  private @Nullable String latestText;
  private Optional<LocalDateTime> latest = Optional.empty();

  Cells(Dialect dialect) {
    decimalMark = dialect.decimalMark();
    // Thousands may be parted, by whatever is not the decimal mark.
    String groups = decimalMark == ',' ? "[.'\\u00A0\\u202F ]" : "[,'\\u00A0\\u202F ]";
    number =
        Pattern.compile(
            "[-+]?(\\d{1,12}|\\d{1,3}(%s\\d{3}){1,3})(\\%s\\d{1,6})?"
                .formatted(groups, decimalMark));
    dates = dialect.datePatterns().stream().map(Cells::formatter).toList();
  }

  /** An exact number, or nothing if this is none. */
  Optional<BigDecimal> number(String cell) {
    if (!number.matcher(cell).matches()) {
      return Optional.empty();
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == decimalMark) {
        plain.append('.');
      } else if (Character.isDigit(c) || c == '-' || c == '+') {
        plain.append(c);
      }
    }
    return Optional.of(new BigDecimal(plain.toString()));
  }

  /** A number of units; also one that a spreadsheet has written as {@code 3.00}. */
  Optional<Integer> whole(String cell) {
    if (WHOLE.matcher(cell).matches()) {
      return Optional.of(Integer.parseInt(cell));
    }
    return number(cell)
        .filter(n -> n.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::toBigIntegerExact)
        .filter(n -> n.abs().compareTo(BigInteger.valueOf(999_999_999)) <= 0)
        .map(BigInteger::intValueExact);
  }

  /** A moment by the shop's clock; a day alone means its beginning. */
  Optional<LocalDateTime> moment(String cell) {
    // Rows of one order stand together and have one date.
    if (!cell.equals(latestText)) {
      latest = parse(cell);
      latestText = cell;
    }
    return latest;
  }

  private Optional<LocalDateTime> parse(String cell) {
    for (DateTimeFormatter format : dates) {
      try {
        TemporalAccessor found = format.parseBest(cell, LocalDateTime::from, LocalDate::from);
        LocalDateTime moment =
            found instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) found;
        return Optional.of(moment).filter(Cells::isPlausible);
      } catch (DateTimeParseException e) {
        // The next shape may fit.
        continue;
      }
    }
    return Optional.empty();
  }

  private static boolean isPlausible(LocalDateTime moment) {
    return moment.getYear() >= 1970 && moment.getYear() <= 2999;
  }

  /** With {@code y} for years people mean the year that needs no era. */
  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
