package org.countermand.tax.ubl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.ReversedItem;
import org.countermand.tax.model.Supply;
import org.countermand.tax.model.Withheld;
import org.xml.sax.SAXException;

/**
 * Reads a written credit note again and compares it with its document to the minor unit: each item,
 * the tax at each rate with what was charged, what is withheld, what is repaid; and the sums of EN
 * 16931 with each other. It shares with the writing only what is no part of a price.
 */
final class ExactCheck {

  private final CreditDocument document;
  private final Reversal reversal;
  private final byte[] xml;
  private final List<String> differences = new ArrayList<>();

  ExactCheck(CreditDocument document, byte[] xml) {
    this.document = document;
    this.reversal = document.reversal();
    this.xml = xml;
  }

  /** What differs, each as {@code what: expected, found}; nothing if all is right. */
  List<String> differences() {
    try {
      ReadNote note = ReadNote.of(xml);
      references(note);
      items(note);
      taxes(note);
      breakdown(note);
      totals(note);
      currency(note);
    } catch (SAXException | NumberFormatException e) {
      differences.add("document: readable, " + e.getMessage());
    }
    return differences;
  }

  private void references(ReadNote note) {
    Supply supply = reversal.supply();
    same("number", Words.clean(document.number()), note.text("ID"));
    same("issued on", document.issuedOn(), note.text("IssueDate"));
    same("type", "381", note.text("CreditNoteTypeCode"));
    same("currency", supply.currency().getCurrencyCode(), note.text("DocumentCurrencyCode"));
    List<String> originals = new ArrayList<>();
    if (supply.isInvoiced()) {
      originals.add(Words.clean(supply.invoice().number()));
    }
    if (!document.corrects().isBlank()) {
      originals.add(Words.clean(document.corrects()));
    }
    String reference = "BillingReference/InvoiceDocumentReference";
    same("original", String.join("|", originals), note.text(reference + "/ID"));
    same(
        "original issued on",
        supply.isInvoiced() ? Objects.toString(supply.invoice().issuedOn(), "") : "",
        note.text(reference + "/IssueDate"));
  }

  private void items(ReadNote note) {
    List<ReadNote> lines = note.all("CreditNoteLine");
    Set<String> expected = new TreeSet<>();
    for (int i = 0; i < reversal.items().size(); i++) {
      ReversedItem item = reversal.items().get(i);
      if (!Statement.isRounding(item)) {
        String number = String.valueOf(i + 1);
        expected.add(number);
        item(number, item, lines.stream().filter(line -> number.equals(item(line))).toList());
      }
    }
    Set<String> found = new TreeSet<>(lines.stream().map(ExactCheck::item).toList());
    same("items", expected, found);
  }

  private static String item(ReadNote line) {
    return line.text("ID").split("\\.", 2)[0];
  }

  private void item(String number, ReversedItem item, List<ReadNote> lines) {
    BigDecimal net = BigDecimal.ZERO;
    for (ReadNote line : lines) {
      BigDecimal own = line.sum("LineExtensionAmount");
      BigDecimal quantity = line.sum("CreditedQuantity");
      BigDecimal base =
          line.all("Price/BaseQuantity").isEmpty()
              ? BigDecimal.ONE
              : line.sum("Price/BaseQuantity");
      equal("item " + number + " quantity", BigDecimal.valueOf(item.quantity()), quantity.abs());
      // Both sides times the base quantity: nothing is divided.
      equal(
          "item " + number + " price × quantity",
          own.multiply(base),
          line.sum("Price/PriceAmount").multiply(quantity));
      net = net.add(own);
    }
    equal("item " + number + " net", item.net(reversal.supply().basis()).decimal(), net);
  }

  /** Tax per rate: what the ledger says, never base × rate. */
  private void taxes(ReadNote note) {
    TreeMap<BigDecimal, BigDecimal> expected = new TreeMap<>();
    for (TaxLine tax : document.ruling().taxes()) {
      expected.merge(
          tax.ratePercent().stripTrailingZeros(), tax.amount().decimal(), BigDecimal::add);
    }
    TreeMap<BigDecimal, BigDecimal> found = new TreeMap<>();
    for (ReadNote row : note.all("TaxTotal/TaxSubtotal")) {
      found.merge(
          row.sum("TaxCategory/Percent").stripTrailingZeros(),
          row.sum("TaxAmount"),
          BigDecimal::add);
    }
    Set<BigDecimal> rates = new TreeSet<>(expected.keySet());
    rates.addAll(found.keySet());
    for (BigDecimal rate : rates) {
      equal(
          "tax at " + rate.toPlainString(),
          expected.getOrDefault(rate, BigDecimal.ZERO),
          found.getOrDefault(rate, BigDecimal.ZERO));
    }
    equal("tax", total(document.ruling().taxes()).decimal(), note.sum("TaxTotal/TaxAmount"));
  }

  /** What is taxable per category and rate: exactly its lines less its allowances. */
  private void breakdown(ReadNote note) {
    TreeMap<String, BigDecimal> expected = new TreeMap<>();
    for (ReadNote line : note.all("CreditNoteLine")) {
      for (ReadNote vat : line.all("Item/ClassifiedTaxCategory")) {
        expected.merge(vat(vat), line.sum("LineExtensionAmount"), BigDecimal::add);
      }
    }
    for (ReadNote adjustment : note.all("AllowanceCharge")) {
      for (ReadNote vat : adjustment.all("TaxCategory")) {
        expected.merge(vat(vat), signed(adjustment), BigDecimal::add);
      }
    }
    TreeMap<String, BigDecimal> found = new TreeMap<>();
    for (ReadNote row : note.all("TaxTotal/TaxSubtotal")) {
      found.merge(vat(row.all("TaxCategory").get(0)), row.sum("TaxableAmount"), BigDecimal::add);
    }
    Set<String> categories = new TreeSet<>(expected.keySet());
    categories.addAll(found.keySet());
    for (String vat : categories) {
      equal(
          "taxable at " + vat,
          expected.getOrDefault(vat, BigDecimal.ZERO),
          found.getOrDefault(vat, BigDecimal.ZERO));
    }
  }

  private static String vat(ReadNote category) {
    return category.text("ID") + " " + category.text("Percent");
  }

  private static BigDecimal signed(ReadNote adjustment) {
    BigDecimal amount = adjustment.sum("Amount");
    return adjustment.text("ChargeIndicator").equals("true") ? amount : amount.negate();
  }

  private void totals(ReadNote note) {
    Money lines = reversal.zero();
    Money rounding = reversal.zero();
    for (ReversedItem item : reversal.items()) {
      if (Statement.isRounding(item)) {
        rounding = rounding.plus(item.amount());
      } else {
        lines = lines.plus(item.net(reversal.supply().basis()));
      }
    }
    Money settled = reversal.zero();
    Money withheld = reversal.zero();
    for (Withheld part : reversal.withheld()) {
      if (part.kind() == Withheld.Kind.ROUNDING) {
        rounding = rounding.minus(part.amount());
      } else if (Statement.isSetOff(part)) {
        settled = settled.plus(part.amount());
      } else {
        withheld = withheld.plus(part.amount()).minus(total(part.taxes()));
      }
    }
    String at = "LegalMonetaryTotal/";
    Money net = lines.minus(withheld);
    equal("lines", lines.decimal(), note.sum(at + "LineExtensionAmount"));
    equal(
        "withheld",
        withheld.negated().decimal(),
        note.all("AllowanceCharge").stream()
            .map(ExactCheck::signed)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    equal(
        "allowances and charges",
        withheld.negated().decimal(),
        note.sum(at + "ChargeTotalAmount").subtract(note.sum(at + "AllowanceTotalAmount")));
    equal("net", net.decimal(), note.sum(at + "TaxExclusiveAmount"));
    equal(
        "gross",
        net.plus(total(document.ruling().taxes())).decimal(),
        note.sum(at + "TaxInclusiveAmount"));
    equal("set off", settled.decimal(), note.sum(at + "PrepaidAmount"));
    equal("rounding", rounding.decimal(), note.sum(at + "PayableRoundingAmount"));
    equal("repaid", reversal.repaid().decimal(), note.sum(at + "PayableAmount"));
  }

  private Money total(List<TaxLine> taxes) {
    return taxes.stream().map(TaxLine::amount).reduce(reversal.zero(), Money::plus);
  }

  /** No amount is in another currency. */
  private void currency(ReadNote element) {
    String own = reversal.supply().currency().getCurrencyCode();
    for (ReadNote child : element.all(ReadNote.ANY)) {
      String currency = child.attribute("currencyID");
      if (!currency.isEmpty()) {
        same("currency of an amount", own, currency);
      }
      currency(child);
    }
  }

  private void equal(String what, BigDecimal expected, BigDecimal found) {
    if (expected.compareTo(found) != 0) {
      differences.add(what + ": " + expected.toPlainString() + ", " + found.toPlainString());
    }
  }

  private void same(String what, Object expected, Object found) {
    if (!expected.toString().equals(found.toString())) {
      differences.add(what + ": " + expected + ", " + found);
    }
  }
}
