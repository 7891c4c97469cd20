package org.countermand.channel.model;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/**
 * How a shop's files are written.
 *
 * @param delimiter parts the cells of a row; one ASCII character
 * @param charset name of the encoding
 * @param decimalMark {@code .} or {@code ,}
 * @param datePatterns patterns of {@link DateTimeFormatter}; the first that fits a cell counts, and
 *     one without a time of day means its beginning
 * @param zone whose clock the dates are by
 */
public record Dialect(
    char delimiter, String charset, char decimalMark, List<String> datePatterns, String zone) {

  public static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  /** Encodings in which the bytes that cut a file into rows are ASCII. */
  public static final List<String> CHARSETS = List.of("UTF-8", "ISO-8859-1", "windows-1252");

  private static final int MOST_PATTERNS = 8;

  public Dialect {
    datePatterns = List.copyOf(datePatterns);
  }

  /** Everything that is wrong with it. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (!DELIMITERS.contains(delimiter)) {
      findings.add(invalid("delimiter"));
    }
    if (!CHARSETS.contains(charset)) {
      findings.add(invalid("charset"));
    }
    if (!Set.of('.', ',').contains(decimalMark)) {
      findings.add(invalid("decimalMark"));
    }
    boolean fewPatterns = !datePatterns.isEmpty() && datePatterns.size() <= MOST_PATTERNS;
    if (!fewPatterns || !datePatterns.stream().allMatch(Dialect::isPattern)) {
      findings.add(invalid("datePatterns"));
    }
    if (!isZone(zone)) {
      findings.add(invalid("zone"));
    }
    return findings;
  }

  private static boolean isPattern(String pattern) {
    try {
      // As a file's reader takes it, in which a year needs no era.
      DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'));
      return !format.toString().isEmpty()
          && !pattern.isBlank()
          && pattern.length() <= 60
          && !pattern.contains("|");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isZone(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Finding invalid(String field) {
    return Finding.of(ReasonCode.FIELD_INVALID, "field", field);
  }
}
