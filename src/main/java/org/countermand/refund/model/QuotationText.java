package org.countermand.refund.model;

import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;

/** Writes a quotation as text, line by line; version 1 of the layout, never changed once in use. */
final class QuotationText {

  private QuotationText() {}

  static String of(Quotation quotation) {
    StringBuilder text = new StringBuilder("countermand quotation 1\n");
    text.append("id ").append(quotation.id()).append('\n');
    text.append("order ").append(quotation.orderId()).append('\n');
    text.append("created ").append(quotation.createdAt()).append('\n');
    text.append("expires ").append(quotation.expiresAt()).append('\n');
    quotation.lines().forEach(line -> line(text, line));
    for (QuotedCharge charge : quotation.charges()) {
      text.append("charge ").append(charge.chargeId()).append(' ').append(charge.kind());
      text.append(" amount ").append(charge.amount());
      text.append(" total ").append(charge.total()).append('\n');
      charge.taxes().forEach(tax -> tax(text, tax));
    }
    for (QuotedTender tender : quotation.tenders()) {
      text.append("tender ").append(tender.tenderId()).append(' ').append(tender.kind());
      text.append(" amount ").append(tender.amount());
      text.append(" by ").append(tender.expectedBy()).append('\n');
    }
    return text.append("total ").append(quotation.total()).append('\n').toString();
  }

  private static void line(StringBuilder text, QuotedLine line) {
    text.append("line ").append(line.lineId()).append(" units");
    for (UnitRange range : line.units()) {
      text.append(' ').append(range.first()).append('-').append(range.last());
    }
    text.append(" goods ").append(line.goods());
    text.append(" discounts ").append(line.discounts());
    text.append(" total ").append(line.total()).append('\n');
    line.taxes().forEach(tax -> tax(text, tax));
  }

  private static void tax(StringBuilder text, TaxLine tax) {
    text.append("  tax ").append(tax.authority()).append(' ');
    text.append(tax.ratePercent().toPlainString()).append(' ');
    text.append(tax.amount()).append('\n');
  }
}
