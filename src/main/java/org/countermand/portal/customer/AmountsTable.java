package org.countermand.portal.customer;

import java.util.ArrayList;
import java.util.List;
import org.countermand.kernel.Money;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;
import org.countermand.refund.model.Quotation;
import org.countermand.refund.model.QuotedDeduction;
import org.countermand.refund.model.QuotedLine;
import org.countermand.refund.model.QuotedTender;

/**
 * A quotation as people read it: what comes back for what, of which how much is tax, and the ways
 * on which it comes. The rows before the total sum up to it.
 */
public class AmountsTable {

  private final Order order;
  private final Quotation quotation;
  private final Sentences sentences;

  AmountsTable(Order order, Quotation quotation, Sentences sentences) {
    this.order = order;
    this.quotation = quotation;
    this.sentences = sentences;
  }

  /** What the total consists of. */
  public List<AmountRow> getRows() {
    List<AmountRow> rows = new ArrayList<>();
    rows.add(row("page.quotation.goods", String.join(", ", units()), goods()));
    Money discounts = discounts();
    if (!discounts.isZero()) {
      rows.add(row("page.quotation.discount", "", discounts));
    }
    quotation.charges().forEach(c -> rows.add(row("charge." + c.kind(), "", c.amount())));
    for (QuotedDeduction deduction : quotation.deductions()) {
      String label = sentences.say("deduction." + deduction.word(), "code", deduction.code());
      rows.add(new AmountRow(label, "", sentences.money(deduction.amount())));
    }
    if (order.priceBasis() == PriceBasis.NET) {
      quotation.taxes().forEach(tax -> rows.add(tax("page.quotation.tax.plus", tax)));
    }
    return rows;
  }

  /** The tax that the total contains, where prices contain their tax. */
  public List<AmountRow> getIncluded() {
    return order.priceBasis() == PriceBasis.NET
        ? List.of()
        : quotation.taxesBack().stream()
            .map(tax -> tax("page.quotation.tax.included", tax))
            .toList();
  }

  public String getTotal() {
    return sentences.money(quotation.total());
  }

  /** The ways on which it comes. */
  public List<AmountRow> getWays() {
    return quotation.tenders().stream().map(this::way).toList();
  }

  /** What is cancelled, as {@code 2 × Reading lamp}. */
  public List<String> units() {
    return quotation.lines().stream().map(this::units).toList();
  }

  private String units(QuotedLine quoted) {
    return sentences.say(
        "common.units",
        "units",
        quoted.count(),
        "item",
        order.line(quoted.lineId()).map(OrderLine::description).orElse(quoted.sku()));
  }

  private Money goods() {
    return quotation.lines().stream().map(QuotedLine::goods).reduce(order.zero(), Money::plus);
  }

  private Money discounts() {
    return quotation.lines().stream().map(QuotedLine::discounts).reduce(order.zero(), Money::plus);
  }

  private AmountRow row(String key, String note, Money amount) {
    return new AmountRow(sentences.say(key), note, sentences.money(amount));
  }

  private AmountRow tax(String key, TaxLine tax) {
    return new AmountRow(
        sentences.say(key, "rate", sentences.percent(tax.ratePercent())),
        tax.authority(),
        sentences.money(tax.amount()));
  }

  private String when(QuotedTender tender) {
    return switch (tender.kind()) {
      case CREDIT -> sentences.say("page.quotation.atOnce");
      case LAPSED -> "";
      case VOID, CEILING, REFUND, LAPSING ->
          sentences.say("page.quotation.by", "date", sentences.day(tender.expectedBy()));
    };
  }

  private AmountRow way(QuotedTender tender) {
    return new AmountRow(
        sentences.say("page.quotation.way." + tender.kind(), "tender", tender.label()),
        when(tender),
        sentences.money(tender.amount()));
  }
}
