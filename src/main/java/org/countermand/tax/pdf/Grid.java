package org.countermand.tax.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;

/** Draws a table; its head is repeated on each page, where only the first is told to readers. */
final class Grid {

  private static final float PADDING = 3;
  private static final float BETWEEN = 6;
  private static final int HUNDRED = 100;
  private static final int FEW_LINES = 2;

  private final Pages pages;
  private final Typesetter typesetter;
  private final List<Column> columns;

  Grid(Pages pages, Typesetter typesetter, List<Column> columns) {
    this.pages = pages;
    this.typesetter = typesetter;
    this.columns = columns;
  }

  void draw(List<Row> rows) {
    PDStructureElement table = pages.tags().under("Table");
    Row head = new Row(columns.stream().map(Column::head).toList(), true);
    List<List<Line>> heads = lines(head);
    float headHeight = depth(heads) * Type.STRONG.leading() + 2 * PADDING;
    if (pages.left() < headHeight + FEW_LINES * Type.TEXT.leading()) {
      pages.next();
    }
    head(heads, pages.tags().under("TR", table));
    for (Row row : rows) {
      row(row, heads, headHeight, table);
    }
    pages.down(PADDING);
  }

  private void head(List<List<Line>> heads, @Nullable PDStructureElement line) {
    pages.rule();
    pages.down(PADDING);
    List<@Nullable PDStructureElement> cells = cells("TH", line);
    for (int i = 0; i < depth(heads); i++) {
      line(heads, i, Type.STRONG, cells);
    }
    pages.down(PADDING);
    pages.rule();
  }

  private void row(Row row, List<List<Line>> heads, float headHeight, PDStructureElement table) {
    Type type = row.strong() ? Type.STRONG : Type.TEXT;
    List<List<Line>> lines = lines(row);
    float height = depth(lines) * type.leading() + 2 * PADDING;
    boolean fitsOnOnePage = height <= pages.whole() - headHeight;
    if (height > pages.left() && (fitsOnOnePage || pages.left() < FEW_LINES * type.leading())) {
      next(heads);
    }
    pages.down(PADDING);
    List<@Nullable PDStructureElement> cells = cells("TD", pages.tags().under("TR", table));
    for (int i = 0; i < depth(lines); i++) {
      if (pages.left() < type.leading()) {
        next(heads);
        pages.down(PADDING);
      }
      line(lines, i, type, cells);
    }
    pages.down(PADDING);
    pages.rule();
  }

  private void next(List<List<Line>> heads) {
    pages.next();
    head(heads, null);
  }

  private void line(
      List<List<Line>> cells, int at, Type type, List<@Nullable PDStructureElement> tags) {
    float x = 0;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      float width = width(column);
      if (at < cells.get(i).size()) {
        Line line = cells.get(i).get(at);
        float shift = column.right() ? width - line.width() : 0;
        pages.draw(line, type, x + shift, type.size(), tags.get(i));
      }
      x += width + BETWEEN;
    }
    pages.down(type.leading());
  }

  private List<@Nullable PDStructureElement> cells(String type, @Nullable PDStructureElement line) {
    List<@Nullable PDStructureElement> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(line == null ? null : pages.tags().under(type, line));
    }
    return cells;
  }

  private List<List<Line>> lines(Row row) {
    Type type = row.strong() ? Type.STRONG : Type.TEXT;
    List<List<Line>> lines = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      lines.add(typesetter.lines(row.cells().get(i), width(columns.get(i)), type));
    }
    return lines;
  }

  private float width(Column column) {
    float all = pages.width() - BETWEEN * (columns.size() - 1);
    return all * column.share() / HUNDRED;
  }

  private static int depth(List<List<Line>> cells) {
    return cells.stream().mapToInt(List::size).max().orElse(1);
  }
}
