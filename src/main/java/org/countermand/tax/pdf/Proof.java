package org.countermand.tax.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.ReversedItem;
import org.countermand.tax.model.Supply;
import org.countermand.tax.model.UnfaithfulForm;
import org.countermand.tax.model.Withheld;

/**
 * Reads a finished PDF and finds in it, in their order, everything that the document says: its
 * number, days and amounts.
 */
final class Proof {

  private final CreditDocument document;
  private final Wording wording;
  private final List<String[]> expected = new ArrayList<>();

  private Proof(CreditDocument document, Wording wording) {
    this.document = document;
    this.wording = wording;
  }

  /**
   * Proves it.
   *
   * @throws UnfaithfulForm naming what was not found
   */
  static void of(CreditDocument document, Wording wording, byte[] pdf) {
    Proof proof = new Proof(document, wording);
    proof.expect();
    List<String> missed = proof.missedIn(text(pdf));
    if (!missed.isEmpty()) {
      throw new UnfaithfulForm(document.number(), missed);
    }
  }

  static String text(byte[] pdf) {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void expect() {
    Reversal reversal = document.reversal();
    Supply supply = reversal.supply();
    expect("title", Composition.title(document, wording));
    expect("number", document.number());
    expect("issuedOn", wording.date(document.issuedOn()));
    if (document.ruling().document() == DocumentKind.RETURN_INVOICE) {
      expect("returnedOn", wording.date(reversal.on()));
    }
    if (supply.isInvoiced()) {
      expect("original", supply.invoice().number());
      expect("originalOn", wording.date(supply.invoicedOn()));
    }
    expect("suppliedOn", wording.date(supply.suppliedOn()));
    expect("buyer", supply.buyer().name());
    expect("buyerTaxId", supply.buyer().taxId());
    for (ReversedItem item : reversal.items()) {
      expect("line " + item.position(), wording.money(item.gross(supply.basis())));
    }
    expect("gross", wording.money(reversal.gross()));
    for (Withheld part : reversal.withheld()) {
      expect("withheld " + part.code(), wording.money(part.amount().negated()));
    }
    expect("repaid", wording.money(reversal.repaid()));
    for (TaxLine tax : document.ruling().taxes()) {
      expect("rate of " + tax.authority(), wording.percent(tax.ratePercent()));
      expect("tax of " + tax.authority(), wording.money(tax.amount()));
    }
  }

  private void expect(String what, String text) {
    expected.add(new String[] {what, text});
  }

  private List<String> missedIn(String text) {
    String all = bare(text);
    List<String> missed = new ArrayList<>();
    int from = 0;
    for (String[] one : expected) {
      String wanted = bare(Letters.plain(one[1]));
      int at = all.indexOf(wanted, from);
      if (at < 0) {
        missed.add(one[0] + ": " + one[1] + ", not found");
      } else {
        from = at + wanted.length();
      }
    }
    return missed;
  }

  /** Line breaks and spaces are a matter of the layout. */
  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
  }
}
