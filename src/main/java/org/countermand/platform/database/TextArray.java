package org.countermand.platform.database;

import java.util.Collection;
import java.util.stream.Collectors;

/** Many values as one parameter, in PostgreSQL's own notation of arrays. */
public final class TextArray {

  private TextArray() {}

  /** An array of the values' texts; null stays null. */
  public static String of(Collection<?> values) {
    return values.stream().map(TextArray::quoted).collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(Object value) {
    return value == null
        ? "NULL"
        : '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
