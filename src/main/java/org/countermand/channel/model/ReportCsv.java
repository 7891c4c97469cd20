package org.countermand.channel.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * Reported rows as a CSV file that a spreadsheet may open: what could be read as a formula begins
 * with an apostrophe.
 */
public final class ReportCsv {

  /** The first row. */
  public static final String HEADER = "line,reason,column,number,units,value,text\r\n";

  private ReportCsv() {}

  /** One row; every row ends as RFC 4180 wants. */
  public static String row(FileRow row) {
    return String.join(
            ",",
            List.of(
                Long.toString(row.line()),
                row.reason() == null ? "" : row.reason().name(),
                cell(row.column()),
                cell(row.number()),
                Long.toString(row.units()),
                plain(row.value()),
                cell(row.text())))
        + "\r\n";
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
