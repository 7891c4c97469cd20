package org.countermand.channel.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One row as it stands in the file.
 *
 * @param line the number of the physical line on which it begins
 * @param text the exact text without the line's end; nothing if it is no UTF-8, for a byte that
 *     cannot be read must not become a question mark in an order
 */
record RawRow(long line, Optional<String> text) {

  static final int LONGEST_FIELD = 10_000;

  /** Control characters but line ends and tabs. */
  private static final Pattern UNTYPED = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

  /** A row given as characters of one byte each. */
  static RawRow of(long line, String bytes) {
    try {
      ByteBuffer utf8 = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
      String text = StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
      return new RawRow(line, Optional.of(text));
    } catch (CharacterCodingException e) {
      return new RawRow(line, Optional.empty());
    }
  }

  /**
   * Its fields; nothing if it cannot be read, quotes do not match, a field is too long, or it has a
   * control character: no database keeps a zero, and one row must not take the day down with it.
   */
  Optional<List<String>> fields() {
    return text.filter(row -> !UNTYPED.matcher(row).find())
        .flatMap(RawRow::parse)
        .filter(fields -> fields.stream().allMatch(field -> field.length() <= LONGEST_FIELD));
  }

  private static Optional<List<String>> parse(String text) {
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
