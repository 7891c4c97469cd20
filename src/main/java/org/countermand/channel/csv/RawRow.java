package org.countermand.channel.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * One row as it stands in the file.
 *
 * @param line the number of the physical line on which it begins
 * @param bytes the exact bytes without the line's end, as characters of one byte each
 * @param flaw what is wrong with the row as a whole
 */
record RawRow(long line, String bytes, Flaw flaw) {

  static final int LONGEST_FIELD = 10_000;

  /** What can be wrong with a row before its fields are looked at. */
  enum Flaw {
    NONE,
    TOO_LONG,
    NEVER_CLOSED
  }

  /**
   * The row's text; nothing if it is not in this encoding, for a byte that cannot be read must not
   * become a question mark in an order.
   */
  Optional<String> text(Charset charset) {
    if (charset.equals(StandardCharsets.ISO_8859_1) || isAscii()) {
      return Optional.of(bytes);
    }
    try {
      ByteBuffer encoded = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(encoded)
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The fields of a row's text; nothing if quotes do not match. */
  static Optional<List<String>> fields(String text, CSVFormat format) {
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private boolean isAscii() {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
