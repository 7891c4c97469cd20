package org.countermand.refund.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.model.PartKind;

/**
 * Writes a quotation as text and reads it back: one thing a line, its parts apart by tabs. A layout
 * that was in use is never changed, because people have agreed to its digest: version 1 is written
 * where nothing is deducted, version 2 has a line for each deduction, version 3 one for each tax
 * that is contained in a deduction.
 */
public final class QuotationText {

  private static final String HEAD = "countermand quotation ";

  private QuotationText() {}

  static String of(Quotation quotation) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append(version(quotation)).append('\n');
    row(text, "id", quotation.id());
    row(text, "order", quotation.orderId());
    row(text, "created", quotation.createdAt());
    row(text, "expires", quotation.expiresAt());
    for (QuotedLine line : quotation.lines()) {
      row(
          text,
          "line",
          line.lineId(),
          line.position(),
          line.sku(),
          units(line.units()),
          line.goods(),
          line.discounts(),
          line.total());
      line.taxes().forEach(tax -> tax(text, "tax", tax));
    }
    for (QuotedCharge charge : quotation.charges()) {
      row(text, "charge", charge.chargeId(), charge.kind(), charge.amount(), charge.total());
      charge.taxes().forEach(tax -> tax(text, "tax", tax));
    }
    for (QuotedDeduction deduction : quotation.deductions()) {
      row(text, "deduction", deduction.kind(), deduction.code(), deduction.amount());
      deduction.taxes().forEach(tax -> tax(text, "contained", tax));
    }
    for (QuotedTender tender : quotation.tenders()) {
      row(
          text,
          "tender",
          tender.tenderId(),
          tender.position(),
          tender.label(),
          tender.kind(),
          tender.amount(),
          tender.expectedBy());
    }
    row(text, "total", quotation.total());
    return text.toString();
  }

  private static char version(Quotation quotation) {
    if (quotation.deductions().isEmpty()) {
      return '1';
    }
    return quotation.deductions().stream().allMatch(each -> each.taxes().isEmpty()) ? '2' : '3';
  }

  /** Reads what {@link Quotation#text()} wrote. */
  public static Quotation read(String text) {
    Reader reader = new Reader();
    text.lines().skip(1).map(line -> line.split("\t", -1)).forEach(reader::take);
    return reader.quotation();
  }

  private static String units(List<UnitRange> ranges) {
    return String.join(
        " ", ranges.stream().map(range -> range.first() + "-" + range.last()).toList());
  }

  private static void tax(StringBuilder text, String word, TaxLine tax) {
    row(text, word, tax.authority(), tax.ratePercent().toPlainString(), tax.amount());
  }

  private static void row(StringBuilder text, String word, Object... parts) {
    text.append(word);
    for (Object part : parts) {
      text.append('\t').append(part.toString().replaceAll("[\\t\\n\\r]", " "));
    }
    text.append('\n');
  }

  /** Collects the lines of a text. */
  private static final class Reader {
    private final List<String[]> head = new ArrayList<>();
    private final List<QuotedLine> lines = new ArrayList<>();
    private final List<QuotedCharge> charges = new ArrayList<>();
    private final List<QuotedDeduction> deductions = new ArrayList<>();
    private final List<QuotedTender> tenders = new ArrayList<>();
    private List<TaxLine> taxes = new ArrayList<>();

    void take(String[] part) {
      switch (part[0]) {
        case "line" -> {
          taxes = new ArrayList<>();
          lines.add(line(part, taxes));
        }
        case "charge" -> {
          taxes = new ArrayList<>();
          charges.add(charge(part, taxes));
        }
        case "tax" -> taxOfLast(tax(part));
        case "contained" -> {
          int last = deductions.size() - 1;
          deductions.set(last, withTax(deductions.get(last), tax(part)));
        }
        case "deduction" ->
            deductions.add(
                new QuotedDeduction(
                    QuotedDeduction.Kind.valueOf(part[1]), part[2], money(part[3])));
        case "tender" -> tenders.add(tender(part));
        default -> head.add(part);
      }
    }

    /** Taxes follow the line or charge that they belong to. */
    private void taxOfLast(TaxLine tax) {
      taxes.add(tax);
      if (charges.isEmpty()) {
        int last = lines.size() - 1;
        lines.set(last, withTaxes(lines.get(last), taxes));
      } else {
        int last = charges.size() - 1;
        charges.set(last, withTaxes(charges.get(last), taxes));
      }
    }

    Quotation quotation() {
      return new Quotation(
          UUID.fromString(head("id")),
          UUID.fromString(head("order")),
          Instant.parse(head("created")),
          Instant.parse(head("expires")),
          lines,
          charges,
          deductions,
          tenders,
          money(head("total")));
    }

    private String head(String word) {
      return head.stream()
          .filter(part -> part[0].equals(word))
          .map(part -> part[1])
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No " + word + " in the quotation"));
    }

    private static QuotedLine line(String[] part, List<TaxLine> taxes) {
      List<UnitRange> units = new ArrayList<>();
      for (String range : part[4].split(" ", -1)) {
        int dash = range.indexOf('-');
        units.add(
            new UnitRange(
                Integer.parseInt(range.substring(0, dash)),
                Integer.parseInt(range.substring(dash + 1))));
      }
      return new QuotedLine(
          UUID.fromString(part[1]),
          Integer.parseInt(part[2]),
          part[3],
          units,
          money(part[5]),
          money(part[6]),
          taxes,
          money(part[7]));
    }

    private static QuotedCharge charge(String[] part, List<TaxLine> taxes) {
      return new QuotedCharge(
          UUID.fromString(part[1]),
          Charge.Kind.valueOf(part[2]),
          money(part[3]),
          taxes,
          money(part[4]));
    }

    private static QuotedTender tender(String[] part) {
      return new QuotedTender(
          UUID.fromString(part[1]),
          Integer.parseInt(part[2]),
          part[3],
          PartKind.valueOf(part[4]),
          money(part[5]),
          LocalDate.parse(part[6]));
    }

    private static TaxLine tax(String[] part) {
      return new TaxLine(part[1], new BigDecimal(part[2]), money(part[3]));
    }

    private static QuotedDeduction withTax(QuotedDeduction deduction, TaxLine tax) {
      List<TaxLine> all = new ArrayList<>(deduction.taxes());
      all.add(tax);
      return new QuotedDeduction(deduction.kind(), deduction.code(), deduction.amount(), all);
    }

    private static QuotedLine withTaxes(QuotedLine line, List<TaxLine> taxes) {
      return new QuotedLine(
          line.lineId(),
          line.position(),
          line.sku(),
          line.units(),
          line.goods(),
          line.discounts(),
          taxes,
          line.total());
    }

    private static QuotedCharge withTaxes(QuotedCharge charge, List<TaxLine> taxes) {
      return new QuotedCharge(
          charge.chargeId(), charge.kind(), charge.amount(), taxes, charge.total());
    }

    private static Money money(String text) {
      return Money.parse(text);
    }
  }
}
