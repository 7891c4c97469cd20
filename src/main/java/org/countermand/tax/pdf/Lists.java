package org.countermand.tax.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.countermand.kernel.Money;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.RateTax;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.ReversedItem;
import org.countermand.tax.model.Withheld;

/** The tables of a document: its lines, what is withheld, its taxes. */
final class Lists {

  private static final String NOTHING = "–";
  private static final String REDUCED = "※";

  private final CreditDocument document;
  private final Reversal reversal;
  private final Wording wording;
  private final UnaryOperator<String> writable;
  private final Set<String> reduced;

  /**
   * Prepares them.
   *
   * @param writable makes of a product's description what can be written of it
   */
  Lists(CreditDocument document, Wording wording, UnaryOperator<String> writable) {
    this.document = document;
    this.reversal = document.reversal();
    this.wording = wording;
    this.writable = writable;
    this.reduced =
        Arrays.stream(document.ruling().facts().getOrDefault("reducedRates", "").split(" ", -1))
            .filter(rate -> !rate.isEmpty())
            .collect(Collectors.toSet());
  }

  boolean hasReduced() {
    return !reduced.isEmpty();
  }

  /**
   * Whether tax stands on the document per rate only: Japan forbids to round it line by line (Order
   * Art. 70-10).
   */
  boolean isPerRate() {
    return document.ruling().document() == DocumentKind.RETURN_INVOICE
        && reversal.supply().basis() == PriceBasis.GROSS;
  }

  List<Column> itemColumns() {
    Column description =
        new Column(wording.say("column.description"), isPerRate() ? 53 : 37, false);
    Column quantity = new Column(wording.say("column.quantity"), 9, true);
    Column rate = new Column(wording.say("column.rate"), 16, true);
    Column gross = new Column(wording.say("column.gross"), isPerRate() ? 22 : 20, true);
    return isPerRate()
        ? List.of(description, quantity, rate, gross)
        : List.of(
            description, quantity, new Column(wording.say("column.net"), 18, true), rate, gross);
  }

  List<Row> items() {
    List<Row> rows = new ArrayList<>();
    for (ReversedItem item : reversal.items()) {
      String name =
          item.charge()
              .map(kind -> wording.say("charge." + kind))
              .orElseGet(() -> writable.apply(item.description()));
      rows.add(
          row(
              name,
              wording.number(item.quantity()),
              item.net(reversal.supply().basis()),
              rates(item.taxes()),
              item.gross(reversal.supply().basis()),
              false));
    }
    Money net =
        reversal.items().stream()
            .map(item -> item.net(reversal.supply().basis()))
            .reduce(reversal.zero(), Money::plus);
    rows.add(row(wording.say("total.gross"), "", net, "", reversal.gross(), true));
    return rows;
  }

  private Row row(
      String name, String quantity, Money net, String rate, Money gross, boolean strong) {
    String all = wording.money(gross);
    return new Row(
        isPerRate()
            ? List.of(name, quantity, rate, all)
            : List.of(name, quantity, wording.money(net), rate, all),
        strong);
  }

  private String rates(List<TaxLine> taxes) {
    if (taxes.isEmpty()) {
      return NOTHING;
    }
    return taxes.stream().map(this::rate).collect(Collectors.joining("\n"));
  }

  private String rate(TaxLine tax) {
    String percent = wording.percent(tax.ratePercent());
    return reduced.contains(RateTax.plain(tax.ratePercent()).toPlainString())
        ? percent + REDUCED
        : percent;
  }

  List<Column> withheldColumns() {
    return List.of(
        new Column(wording.say("column.description"), 64, false),
        new Column(wording.say("column.rate"), 16, true),
        new Column(wording.say("column.amount"), 20, true));
  }

  List<Row> withheld() {
    return reversal.withheld().stream()
        .map(
            part -> Row.of(name(part), rates(part.taxes()), wording.money(part.amount().negated())))
        .toList();
  }

  private String name(Withheld part) {
    return wording.say("withheld." + part.kind(), Map.of("code", writable.apply(part.code())));
  }

  List<Column> taxColumns() {
    return List.of(
        new Column(wording.say("column.tax"), 34, false),
        new Column(wording.say("column.rate"), 16, true),
        new Column(wording.say(isPerRate() ? "column.grossBase" : "column.base"), 28, true),
        new Column(wording.say("column.taxAmount"), 22, true));
  }

  List<Row> taxes() {
    RateBases bases = RateBases.of(reversal);
    List<Row> rows = new ArrayList<>();
    for (TaxLine tax : document.ruling().taxes()) {
      rows.add(
          Row.of(
              wording.tax(tax.authority()),
              rate(tax),
              wording.money(base(tax, bases)),
              wording.money(tax.amount())));
    }
    if (rows.size() > 1) {
      Money all =
          document.ruling().taxes().stream()
              .map(TaxLine::amount)
              .reduce(reversal.zero(), Money::plus);
      rows.add(Row.strong(wording.say("total.tax"), "", "", wording.money(all)));
    }
    return rows;
  }

  /** Japan's regime says itself from what it reckoned the tax. */
  private Money base(TaxLine tax, RateBases bases) {
    String told =
        document
            .ruling()
            .facts()
            .get("amountAt." + RateTax.plain(tax.ratePercent()).toPlainString());
    return told == null ? bases.at(tax) : Money.parse(told);
  }
}
