package org.countermand.tax.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.TaxLine;

/**
 * Writes a document as text, one thing a line, and reads all of it back. The text is what was
 * issued; whatever people or machines are given is made from it. A layout that was in use is never
 * changed: another one is another version in the first line.
 */
public final class DocumentText {

  private static final String HEAD = "countermand document ";
  private static final String VERSION = "1";

  private DocumentText() {}

  /** The exact text of a document. */
  public static String of(CreditDocument document) {
    StringBuilder text = new StringBuilder(HEAD).append(VERSION).append('\n');
    text.append(Row.line("id", document.id()))
        .append(Row.line("cancellation", document.cancellationId()))
        .append(Row.line("number", document.number()))
        .append(Row.line("issued", document.issuedOn()))
        .append(Row.line("corrects", document.corrects()))
        .append(Row.line("language", document.language().toLanguageTag()));
    seller(text, document.seller());
    supply(text, document.reversal().supply());
    reversal(text, document.reversal());
    ruling(text, document.ruling());
    return text.append(Row.line("repaid", document.reversal().repaid())).toString();
  }

  /** Whether it is the text of a document, and not one from before there were such. */
  public static boolean isDocument(String text) {
    return text.startsWith(HEAD);
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static CreditDocument read(String text) {
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(HEAD + VERSION)) {
      throw new IllegalArgumentException("No document of a known layout: " + lines[0]);
    }
    DocumentReader reader = new DocumentReader();
    for (int i = 1; i < lines.length - 1; i++) {
      reader.take(Row.read(lines[i]));
    }
    return reader.document();
  }

  private static void seller(StringBuilder text, Seller seller) {
    text.append(
        Row.line(
            "seller",
            seller.legalEntity(),
            seller.name(),
            seller.street(),
            seller.postcode(),
            seller.city(),
            seller.seat().country(),
            seller.seat().region(),
            seller.email(),
            seller.rounding()));
    named(text, "sellerId", seller.taxIds());
    named(text, "election", seller.elections());
  }

  private static void supply(StringBuilder text, Supply supply) {
    Jurisdiction place = supply.place();
    text.append(
        Row.line(
            "supply",
            supply.orderId(),
            supply.orderNumber(),
            supply.legalEntity(),
            place.country(),
            place.region(),
            supply.basis(),
            supply.currency().getCurrencyCode(),
            supply.orderedOn(),
            supply.moved(),
            supply.scheme()));
    text.append(
        Row.line(
            "invoice",
            supply.invoice().number(),
            Optional.ofNullable(supply.invoice().issuedOn()),
            Optional.ofNullable(supply.invoice().suppliedOn()),
            supply.invoice().sellerTaxId()));
    Buyer buyer = supply.buyer();
    text.append(
        Row.line(
            "buyer",
            buyer.kind(),
            buyer.name(),
            buyer.email(),
            buyer.residence().country(),
            buyer.residence().region(),
            buyer.locale().toLanguageTag(),
            buyer.segment(),
            buyer.taxId()));
    findings(text, "doubt", supply.findings());
  }

  private static void reversal(StringBuilder text, Reversal reversal) {
    text.append(
        Row.line(
            "undone",
            reversal.on(),
            reversal.credited(),
            reversal.circumstances().whole(),
            reversal.circumstances().age()));
    for (ReversedItem item : reversal.items()) {
      text.append(
          Row.line(
              "item",
              item.sourceId(),
              item.charge(),
              item.position(),
              item.sku(),
              item.description(),
              item.quantity(),
              item.amount()));
      taxes(text, item.taxes());
    }
    for (Withheld withheld : reversal.withheld()) {
      text.append(Row.line("withheld", withheld.kind(), withheld.code(), withheld.amount()));
      taxes(text, withheld.taxes());
    }
  }

  private static void ruling(StringBuilder text, Ruling ruling) {
    text.append(
        Row.line(
            "ruling", ruling.document(), ruling.required(), ruling.series(), ruling.lastDay()));
    taxes(text, ruling.taxes());
    named(text, "fact", ruling.facts());
    findings(text, "finding", ruling.findings());
  }

  /** They belong to what stands above them. */
  private static void taxes(StringBuilder text, List<TaxLine> taxes) {
    taxes.forEach(
        tax -> text.append(Row.line("tax", tax.authority(), tax.ratePercent(), tax.amount())));
  }

  private static void named(StringBuilder text, String word, Map<String, String> values) {
    new TreeMap<>(values).forEach((name, value) -> text.append(Row.line(word, name, value)));
  }

  private static void findings(StringBuilder text, String word, List<Finding> findings) {
    for (Finding finding : findings) {
      List<Object> parts = new ArrayList<>(List.of(finding.code()));
      finding.parameters().forEach((name, value) -> parts.addAll(List.of(name, value)));
      text.append(Row.line(word, parts.toArray()));
    }
  }
}
