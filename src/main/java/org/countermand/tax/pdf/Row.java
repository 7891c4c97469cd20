package org.countermand.tax.pdf;

import java.util.List;

/** A row of a table, one cell for each column. */
record Row(List<String> cells, boolean strong) {

  Row {
    cells = List.copyOf(cells);
  }

  static Row of(String... cells) {
    return new Row(List.of(cells), false);
  }

  static Row strong(String... cells) {
    return new Row(List.of(cells), true);
  }
}
