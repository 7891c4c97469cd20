package org.countermand.platform.database;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows on their way into one table by COPY, for where they come by the hundred thousand. */
public final class CopyRows {

  private final String command;
  private final StringBuilder rows = new StringBuilder();
  private int count;

  /**
   * Rows for a table.
   *
   * @param columns in the order of the values, parted by commas; never input
   */
  public CopyRows(String table, String columns) {
    command = "COPY " + table + " (" + columns + ") FROM STDIN";
  }

  /** One row; null for no value, anything else as its text. */
  public void add(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.append('\t');
      }
      append(values[i]);
    }
    rows.append('\n');
    count++;
  }

  /** Sends the rows in the connection's transaction. */
  public void into(Connection connection) {
    if (count == 0) {
      return;
    }
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(command, new StringReader(rows.toString()), 65_536);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("Rows could not be copied: " + command, e);
    }
  }

  private void append(@Nullable Object value) {
    if (value == null) {
      rows.append("\\N");
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> rows.append("\\\\");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        case '\t' -> rows.append("\\t");
        default -> rows.append(c);
      }
    }
  }
}
