package org.countermand.tax.pdf;

import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/** Sets titles, paragraphs and lists of facts one below the other. */
final class Sheet {

  private static final float GAP = 8;
  private static final int LABEL = 42;
  private static final int HUNDRED = 100;

  private final Pages pages;
  private final Typesetter typesetter;

  Sheet(Pages pages, Typesetter typesetter) {
    this.pages = pages;
    this.typesetter = typesetter;
  }

  void title(String text) {
    text("H1", text, Type.TITLE);
  }

  /** Not left alone at the foot of a page. */
  void heading(String text) {
    if (pages.left() < 6 * Type.TEXT.leading() + Type.HEADING.leading()) {
      pages.next();
    }
    pages.down(GAP);
    text("H2", text, Type.HEADING);
  }

  void paragraph(String text, Type type) {
    text("P", text, type);
  }

  void gap() {
    pages.down(GAP);
  }

  private void text(String tag, String text, Type type) {
    PDStructureElement element = pages.tags().under(tag);
    for (Line line : typesetter.lines(text, pages.width(), type)) {
      if (pages.left() < type.leading()) {
        pages.next();
      }
      pages.draw(line, type, 0, type.size(), element);
      pages.down(type.leading());
    }
  }

  /**
   * Names with what they name: a table without head, whose first column says what stands beside.
   */
  void facts(List<Row> rows) {
    PDStructureElement table = pages.tags().under("Table");
    float label = pages.width() * LABEL / HUNDRED;
    for (Row row : rows) {
      List<Line> names = typesetter.lines(row.cells().get(0), label - GAP, Type.TEXT);
      Type type = row.strong() ? Type.STRONG : Type.TEXT;
      List<Line> values = typesetter.lines(row.cells().get(1), pages.width() - label, type);
      PDStructureElement line = pages.tags().under("TR", table);
      PDStructureElement name = pages.tags().rowHead(line);
      PDStructureElement value = pages.tags().under("TD", line);
      for (int i = 0; i < Math.max(names.size(), values.size()); i++) {
        if (pages.left() < Type.TEXT.leading()) {
          pages.next();
        }
        if (i < names.size()) {
          pages.draw(names.get(i), Type.TEXT, 0, Type.TEXT.size(), name);
        }
        if (i < values.size()) {
          pages.draw(values.get(i), type, label, type.size(), value);
        }
        pages.down(Type.TEXT.leading());
      }
    }
  }

  void table(List<Column> columns, List<Row> rows) {
    new Grid(pages, typesetter, columns).draw(rows);
  }
}
