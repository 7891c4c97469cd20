package org.countermand.channel.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into rows, so that one row with broken quotes spoils that row and not the file, and
 * so that the exact text of each can be kept. A quote counts where a field begins; between quotes a
 * line's end belongs to the field.
 */
final class RawRows {

  /** Bytes: eight fields of the longest kind in the widest characters, and some to spare. */
  static final int LONGEST_ROW = 350_000;

  private final InputStream file;
  private final long limit;
  private @Nullable BufferedReader bytes;
  private long line = 1;

  /**
   * Rows of a file that is not read yet.
   *
   * @param limit the most bytes that are read after unpacking
   */
  RawRows(InputStream file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  /** The physical line that is read next; after {@link RowTooLong} where that row begins. */
  long line() {
    return line;
  }

  /**
   * The next row that is not blank.
   *
   * @throws RowTooLong for a row that is beyond every limit, as after a quote that never ends
   */
  Optional<RawRow> next() throws IOException {
    BufferedReader reader = bytes;
    if (reader == null) {
      reader = FileBytes.open(file, limit);
      bytes = reader;
    }
    while (true) {
      long first = line;
      Optional<String> row = cut(reader);
      if (row.isEmpty() || !row.get().isBlank()) {
        return row.map(found -> RawRow.of(first, found));
      }
    }
  }

  private Optional<String> cut(BufferedReader reader) throws IOException {
    StringBuilder row = new StringBuilder();
    long first = line;
    boolean quoted = false;
    boolean fieldBegins = true;
    int next = reader.read();
    if (next < 0) {
      return Optional.empty();
    }
    for (; next >= 0; next = reader.read()) {
      char c = (char) next;
      if (c == '\n') {
        line++;
        if (!quoted) {
          break;
        }
      }
      if (row.length() == LONGEST_ROW) {
        line = first;
        throw new RowTooLong();
      }
      row.append(c);
      if (c == '"' && (quoted || fieldBegins)) {
        // A doubled quote closes and at once opens again.
        quoted = !quoted;
        fieldBegins = !quoted;
      } else {
        fieldBegins = !quoted && c == ',';
      }
    }
    return Optional.of(withoutReturn(row));
  }

  private static String withoutReturn(StringBuilder row) {
    int length = row.length();
    return length > 0 && row.charAt(length - 1) == '\r'
        ? row.substring(0, length - 1)
        : row.toString();
  }

  /** No row of such a file is that long. */
  static final class RowTooLong extends IOException {
    private static final long serialVersionUID = 1;
  }
}
