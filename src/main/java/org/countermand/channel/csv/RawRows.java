package org.countermand.channel.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into rows, so that one row with broken quotes spoils that row and not the file, and
 * so that the exact text of each can be kept. A quote counts where a field begins; between quotes a
 * line's end belongs to the field. Never more than one row is held, however long the file says it
 * is.
 */
final class RawRows {

  /** Bytes: many fields of the longest kind in the widest characters, and some to spare. */
  static final int LONGEST_ROW = 350_000;

  /** Of a line that is too long for a row, so much is kept to be shown. */
  static final int SHOWN = 2_000;

  private final BufferedReader bytes;
  private final char delimiter;
  private final Deque<PhysicalLine> ahead = new ArrayDeque<>();
  private long line;

  /**
   * One line of the file.
   *
   * @param cut whether it was longer, and the rest is skipped
   */
  private record PhysicalLine(String text, boolean cut) {}

  /**
   * Rows of characters of one byte each, as {@link FileBytes} gives them.
   *
   * @param delimiter parts the fields
   */
  RawRows(BufferedReader bytes, char delimiter) {
    this.bytes = bytes;
    this.delimiter = delimiter;
  }

  /** The number of the physical line that was read last. */
  long line() {
    return line;
  }

  /** The next row that is not blank. */
  Optional<RawRow> next() throws IOException {
    PhysicalLine first = read();
    while (first != null && first.text().isBlank() && !first.cut()) {
      first = read();
    }
    if (first == null) {
      return Optional.empty();
    }
    long begins = line;
    if (first.cut()) {
      return Optional.of(new RawRow(begins, first.text(), RawRow.Flaw.TOO_LONG));
    }
    Quotes quotes = new Quotes(delimiter);
    quotes.read(first.text());
    return Optional.of(
        quotes.areOpen()
            ? joined(begins, first.text(), quotes)
            : new RawRow(begins, withoutReturn(first.text()), RawRow.Flaw.NONE));
  }

  /** A row over several lines; if its quote never ends, its first line alone, as it is read on. */
  private RawRow joined(long begins, String first, Quotes quotes) throws IOException {
    StringBuilder row = new StringBuilder(first);
    List<PhysicalLine> taken = new ArrayList<>();
    while (quotes.areOpen()) {
      PhysicalLine next = read();
      if (next != null) {
        taken.add(next);
      }
      boolean tooLong =
          next != null && (next.cut() || row.length() + next.text().length() >= LONGEST_ROW);
      if (next == null || tooLong) {
        giveBack(taken);
        return new RawRow(
            begins,
            withoutReturn(first),
            tooLong ? RawRow.Flaw.TOO_LONG : RawRow.Flaw.NEVER_CLOSED);
      }
      row.append('\n').append(next.text());
      quotes.read("\n");
      quotes.read(next.text());
    }
    return new RawRow(begins, withoutReturn(row.toString()), RawRow.Flaw.NONE);
  }

  private void giveBack(List<PhysicalLine> taken) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      ahead.addFirst(taken.get(i));
    }
    line -= taken.size();
  }

  private @Nullable PhysicalLine read() throws IOException {
    PhysicalLine next = ahead.pollFirst();
    if (next == null) {
      next = cut();
    }
    if (next != null) {
      line++;
    }
    return next;
  }

  private @Nullable PhysicalLine cut() throws IOException {
    int next = bytes.read();
    if (next < 0) {
      return null;
    }
    StringBuilder text = new StringBuilder(120);
    boolean tooLong = false;
    for (; next >= 0 && next != '\n'; next = bytes.read()) {
      if (text.length() < LONGEST_ROW) {
        text.append((char) next);
      } else {
        tooLong = true;
      }
    }
    return tooLong
        ? new PhysicalLine(text.substring(0, SHOWN), true)
        : new PhysicalLine(text.toString(), false);
  }

  private static String withoutReturn(String row) {
    return row.endsWith("\r") ? row.substring(0, row.length() - 1) : row;
  }

  /** Whether what was read so far ends between quotes. */
  private static final class Quotes {
    private final char delimiter;
    private boolean open;
    private boolean fieldBegins = true;

    Quotes(char delimiter) {
      this.delimiter = delimiter;
    }

    void read(String text) {
      if (!open && text.indexOf('"') < 0) {
        fieldBegins = text.isEmpty() ? fieldBegins : false;
        return;
      }
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"' && (open || fieldBegins)) {
          // A doubled quote closes and at once opens again.
          open = !open;
          fieldBegins = !open;
        } else {
          fieldBegins = !open && c == delimiter;
        }
      }
    }

    boolean areOpen() {
      return open;
    }
  }
}
