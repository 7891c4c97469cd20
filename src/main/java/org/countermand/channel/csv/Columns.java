package org.countermand.channel.csv;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.countermand.channel.model.Dialect;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/** The columns of a file, by its first row, and how its rows are taken apart. */
final class Columns {

  private final String header;
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();
  private final CSVFormat format;
  private final Charset charset;

  private Columns(String header, List<String> names, CSVFormat format, Charset charset) {
    this.header = header;
    this.names = names;
    this.format = format;
    this.charset = charset;
    for (int i = 0; i < names.size(); i++) {
      // Of two columns with one name the first is meant.
      places.putIfAbsent(names.get(i), i);
    }
  }

  /** The columns of a first row. */
  static Decision<Columns> of(Optional<RawRow> firstRow, Dialect dialect) {
    Charset charset = Charset.forName(dialect.charset());
    return firstRow
        .filter(row -> row.flaw() == RawRow.Flaw.NONE)
        .flatMap(row -> row.text(charset))
        .map(header -> of(header, dialect))
        .orElseGet(() -> Decision.no(Finding.of(ReasonCode.MALFORMED, "line", 1)));
  }

  /** The columns of a first row's text. */
  static Decision<Columns> of(String header, Dialect dialect) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(dialect.delimiter()).setTrim(false).get();
    return RawRow.fields(header, format)
        .map(
            names ->
                Decision.yes(
                    new Columns(
                        header,
                        names.stream().map(String::strip).toList(),
                        format,
                        Charset.forName(dialect.charset()))))
        .orElseGet(() -> Decision.no(Finding.of(ReasonCode.MALFORMED, "line", 1)));
  }

  /** The first row as it stands in the file. */
  String header() {
    return header;
  }

  List<String> names() {
    return names;
  }

  Optional<String> text(RawRow row) {
    return row.text(charset);
  }

  /** The fields of a row, unless it has more or fewer of them than there are columns. */
  Optional<List<String>> fields(String text) {
    return RawRow.fields(text, format).filter(fields -> fields.size() == names.size());
  }

  /** Where a column stands, from zero; it must be there. */
  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("No such column: " + column);
    }
    return place;
  }
}
