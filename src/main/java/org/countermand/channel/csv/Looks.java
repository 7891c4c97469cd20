package org.countermand.channel.csv;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.countermand.channel.model.Dialect;

/** Tells how a file is written by looking at its beginning. */
final class Looks {

  private static final int LOOKED_AT = 64 * 1024;

  private Looks() {}

  /** The delimiter that its first row has most of, and UTF-8 if its bytes can be that. */
  static Dialect of(Reader bytes) throws IOException {
    char[] beginning = new char[LOOKED_AT];
    int length = 0;
    int read = bytes.read(beginning, 0, LOOKED_AT);
    while (read > 0) {
      length += read;
      read = bytes.read(beginning, length, LOOKED_AT - length);
    }
    String text = new String(beginning, 0, length);
    int rowEnd = text.indexOf('\n');
    String first = rowEnd < 0 ? text : text.substring(0, rowEnd);
    char delimiter =
        Dialect.DELIMITERS.stream()
            .max(Comparator.comparingLong(mark -> first.chars().filter(c -> c == mark).count()))
            .orElse(',');
    // The last row may be cut in the middle of a character.
    int whole = text.lastIndexOf('\n');
    boolean utf8 =
        new RawRow(1, whole < 0 ? text : text.substring(0, whole), RawRow.Flaw.NONE)
            .text(StandardCharsets.UTF_8)
            .isPresent();
    return new Dialect(
        delimiter,
        utf8 ? "UTF-8" : "windows-1252",
        delimiter == ';' ? ',' : '.',
        List.of("yyyy-MM-dd"),
        "Europe/Berlin");
  }
}
