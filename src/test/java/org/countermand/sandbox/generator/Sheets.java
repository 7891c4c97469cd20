package org.countermand.sandbox.generator;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows on their way to the tables, in the text format of {@code COPY}. */
final class Sheets {

  /** Where full sheets go. */
  interface Press {
    void print(Table table, byte[] rows) throws java.sql.SQLException, java.io.IOException;
  }

  private final Map<Table, StringBuilder> sheets = new EnumMap<>(Table.class);
  private long rows;

  /** Adds a row; null is NULL, and everything else is its text. */
  void row(Table table, @Nullable Object... values) {
    if (values.length != table.width()) {
      throw new IllegalArgumentException(table + " has " + table.width() + " columns");
    }
    StringBuilder sheet = sheets.computeIfAbsent(table, t -> new StringBuilder(1 << 16));
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        sheet.append('\t');
      }
      append(sheet, values[i]);
    }
    sheet.append('\n');
    rows++;
  }

  private static void append(StringBuilder sheet, @Nullable Object value) {
    if (value == null) {
      sheet.append("\\N");
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> sheet.append("\\\\");
        case '\t' -> sheet.append("\\t");
        case '\n' -> sheet.append("\\n");
        case '\r' -> sheet.append("\\r");
        default -> sheet.append(c);
      }
    }
  }

  /** Rows since the beginning. */
  long rows() {
    return rows;
  }

  /** Hands everything over, table by table, and begins empty. */
  void print(Press press) throws java.sql.SQLException, java.io.IOException {
    for (Map.Entry<Table, StringBuilder> sheet : sheets.entrySet()) {
      if (sheet.getValue().length() > 0) {
        press.print(sheet.getKey(), sheet.getValue().toString().getBytes(StandardCharsets.UTF_8));
        sheet.getValue().setLength(0);
      }
    }
  }
}
