package org.countermand.tax.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Ruling;

/** Puts what a document says on pages, from the seller's name to the foot. */
final class Composition {

  /** Where people print on US Letter. */
  private static final Set<String> LETTER = Set.of("US", "CA", "MX");

  /** Kinds whose original is an electronic document that is filed with a tax office. */
  private static final Set<DocumentKind> FILED =
      Set.of(
          DocumentKind.CFDI_CANCELLATION,
          DocumentKind.CFDI_EGRESO,
          DocumentKind.NFE_CANCELLATION,
          DocumentKind.NFE_REVERSAL,
          DocumentKind.NFE_RETURN,
          DocumentKind.MODIFIED_TAX_INVOICE);

  private static final float FOOT = 40;
  private static final float FOOT_GAP = 12;

  private final CreditDocument document;
  private final Wording wording;
  private final Faces faces;
  private final Typesetter typesetter;
  private final Pages pages;
  private final Sheet sheet;

  private Composition(CreditDocument document, Wording wording, Faces faces, Pages pages) {
    this.document = document;
    this.wording = wording;
    this.faces = faces;
    this.typesetter = new Typesetter(faces, wording.locale());
    this.pages = pages;
    this.sheet = new Sheet(pages, typesetter);
  }

  /** Fills an empty PDF. */
  static void compose(CreditDocument document, Wording wording, Faces faces, PDDocument pdf) {
    boolean letter = LETTER.contains(document.reversal().supply().place().country());
    try (Pages pages = new Pages(pdf, letter ? PDRectangle.LETTER : PDRectangle.A4)) {
      new Composition(document, wording, faces, pages).compose();
      pages.tags().finish(pdf);
    }
  }

  static String title(CreditDocument document, Wording wording) {
    return wording.say("title." + document.ruling().document());
  }

  private void compose() {
    Identities identities = new Identities(document, wording);
    sheet.paragraph(document.seller().name(), Type.STRONG);
    sheet.paragraph(String.join("\n", identities.address()), Type.TEXT);
    if (!identities.taxNumbers().isEmpty()) {
      sheet.paragraph(String.join("\n", identities.taxNumbers()), Type.TEXT);
    }
    sheet.gap();
    sheet.gap();
    titles();
    sheet.gap();
    sheet.facts(Facts.of(document, wording));
    tables();
    sheet.gap();
    notes().forEach(note -> sheet.paragraph(note, Type.SMALL));
    feet(identities);
  }

  private void titles() {
    String title = title(document, wording);
    String ofBuyer = title(document, Wording.ofBuyer(document));
    sheet.title(title);
    if (!ofBuyer.equals(title)) {
      sheet.paragraph(ofBuyer, Type.HEADING);
    }
  }

  private void tables() {
    Lists lists = new Lists(document, wording, text -> Letters.told(text, faces::has));
    sheet.heading(wording.say("table.items"));
    sheet.table(lists.itemColumns(), lists.items());
    if (!lists.withheld().isEmpty()) {
      sheet.heading(wording.say("table.withheld"));
      sheet.table(lists.withheldColumns(), lists.withheld());
    }
    sheet.gap();
    sheet.facts(
        List.of(
            Row.strong(wording.say("total.repaid"), wording.money(document.reversal().repaid()))));
    if (!lists.taxes().isEmpty()) {
      sheet.heading(wording.say("table.taxes"));
      sheet.table(lists.taxColumns(), lists.taxes());
    }
    if (lists.hasReduced()) {
      sheet.paragraph(wording.say("note.reduced"), Type.SMALL);
    }
  }

  private List<String> notes() {
    Ruling ruling = document.ruling();
    List<String> notes = new ArrayList<>();
    if (!ruling.taxes().isEmpty()) {
      boolean rounded = ruling.document() == DocumentKind.RETURN_INVOICE;
      notes.add(wording.say(rounded ? "note.rounded" : "note.charged"));
    } else if (ruling.document() == DocumentKind.CREDIT_RECORD) {
      notes.add(wording.say("note.record"));
    }
    if (FILED.contains(ruling.document())) {
      notes.add(wording.say("note.copy"));
    }
    return notes;
  }

  /** On every page who issued which document, and which page it is; furniture, told to nobody. */
  private void feet(Identities identities) {
    List<String> parts = new ArrayList<>(List.of(document.seller().name()));
    parts.addAll(identities.taxNumbers());
    for (int i = 0; i < pages.count(); i++) {
      String number =
          wording.say(
              "page",
              Map.of("page", wording.number(i + 1L), "pages", wording.number(pages.count())));
      Line right = typesetter.line(number, Type.SMALL);
      float room = pages.width() - right.width() - FOOT_GAP;
      List<Line> left = typesetter.lines(String.join(" · ", parts), room, Type.SMALL);
      float height = FOOT;
      for (Line line : left.subList(0, Math.min(2, left.size()))) {
        pages.foot(i, line, Type.SMALL, 0, height);
        height -= Type.SMALL.leading();
      }
      pages.foot(i, right, Type.SMALL, pages.width() - right.width(), FOOT);
    }
  }
}
