package org.countermand.tax.ubl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.ReversedItem;
import org.countermand.tax.model.Withheld;

/**
 * A document in the terms of EN 16931, all amounts positive where money goes back to the buyer.
 *
 * <p><b>Tax is what was charged</b>, from the ruling, and never base × rate: of 9.99 at 19 % 1.60
 * come back although 8.39 × 19 % is 1.59. BR-CO-17 allows less than 1.00 between the two, and so
 * the total is what was paid; the alternative, a rounding amount of a cent on every second
 * document, would correct a tax that nobody had charged.
 *
 * <p><b>A fee outside the scope of tax</b> cannot be an allowance: that would reduce the taxable
 * amount, of which all comes back (CJEU C-277/05), and category O may not stand beside another
 * (BR-O-11 to BR-O-14). It is a claim of the seller's own that is set off: the credit is partly
 * settled with it, which is what BT-113 (paid amount) says; a note names it. A fee with tax in it
 * and a discount taken back are a lesser reduction of the price: allowances at their rates.
 *
 * <p><b>Rounding</b> that was charged or is withheld is no consideration: BT-114.
 */
final class Statement {

  /**
   * A line.
   *
   * @param id the item's number, and behind a dot the part's where it has several
   * @param part negative only where a rounded price is
   */
  record Line(String id, ReversedItem item, Part part, String name) {}

  /**
   * An allowance or, where something withheld before is given back, a charge.
   *
   * @param part positive for an allowance
   */
  record Adjustment(Part part, String reason) {}

  /** A row of the breakdown. */
  record Subtotal(Vat vat, Money taxable, Money tax) {}

  private final Words words;
  private final Reversal reversal;
  private final Untaxed untaxed;
  private final List<Line> lines = new ArrayList<>();
  private final List<Adjustment> adjustments = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<Vat, Subtotal> subtotals = new LinkedHashMap<>();
  private Money settled;
  private Money rounding;

  Statement(CreditDocument document, Parties parties, Words words) {
    this.words = words;
    reversal = document.reversal();
    untaxed = new Untaxed(document, parties);
    settled = reversal.zero();
    rounding = reversal.zero();
    Optional.ofNullable(document.ruling().facts().get("reason"))
        .ifPresent(reason -> notes.add(words.get("reason." + reason)));
    for (int i = 0; i < reversal.items().size(); i++) {
      add(i + 1, reversal.items().get(i));
    }
    for (Withheld withheld : reversal.withheld()) {
      add(withheld);
    }
    for (TaxLine tax : document.ruling().taxes()) {
      if (tax.ratePercent().signum() > 0) {
        count(Vat.at(tax.ratePercent()), reversal.zero(), tax.amount());
      }
    }
  }

  /** Whether an item is what was added so that a total could be paid. */
  static boolean isRounding(ReversedItem item) {
    return item.charge().filter(kind -> kind == Charge.Kind.ROUNDING).isPresent()
        && item.tax().isZero();
  }

  /** Whether something withheld is no part of the price, so that the tax does not know of it. */
  static boolean isSetOff(Withheld withheld) {
    return withheld.kind() == Withheld.Kind.FEE && withheld.taxes().isEmpty();
  }

  private void add(int number, ReversedItem item) {
    if (isRounding(item)) {
      rounding = rounding.plus(item.amount());
      return;
    }
    List<Part> parts = Parts.of(item.net(reversal.supply().basis()), item.taxes(), without(item));
    for (Part part : parts) {
      String id = parts.size() == 1 ? "" + number : number + "." + (parts.indexOf(part) + 1);
      lines.add(new Line(id, item, part, name(item)));
      count(part.vat(), part.net(), reversal.zero());
    }
  }

  /** The category of what bears no tax of an item, if anything may. */
  private Optional<Vat> without(ReversedItem item) {
    List<TaxLine> zero =
        item.taxes().stream().filter(tax -> tax.ratePercent().signum() == 0).toList();
    return zero.isEmpty() && !item.taxes().isEmpty()
        ? Optional.empty()
        : Optional.of(Vat.without(untaxed.category(zero)));
  }

  private String name(ReversedItem item) {
    if (item.charge().isPresent()) {
      return words.get("charge." + item.charge().get());
    }
    String description = Words.clean(item.description());
    String sku = Words.clean(item.sku());
    return !description.isEmpty() ? description : sku.isEmpty() ? words.get("item") : sku;
  }

  private void add(Withheld withheld) {
    if (withheld.kind() == Withheld.Kind.ROUNDING) {
      rounding = rounding.minus(withheld.amount());
      return;
    }
    boolean back = withheld.amount().isNegative();
    String code = Words.clean(withheld.code());
    String key = withheld.kind() + (back ? ".back" : "");
    if (isSetOff(withheld)) {
      settled = settled.plus(withheld.amount());
      Money shown = back ? withheld.amount().negated() : withheld.amount();
      notes.add(words.get("setOff." + key, code, shown));
      return;
    }
    String reason = words.get("withheld." + key, code);
    Money net =
        withheld.taxes().stream().map(TaxLine::amount).reduce(withheld.amount(), Money::minus);
    for (Part part : Parts.of(net, withheld.taxes(), without(withheld))) {
      if (!part.net().isZero()) {
        adjustments.add(new Adjustment(part, reason));
        count(part.vat(), part.net().negated(), reversal.zero());
      }
    }
  }

  /** Where a discount was on goods without tax too; else, with no tax to tell, the largest row. */
  private Optional<Vat> without(Withheld withheld) {
    List<Subtotal> rows = List.copyOf(subtotals.values());
    Optional<Vat> free =
        rows.stream().map(Subtotal::vat).filter(vat -> vat.rate().signum() == 0).findFirst();
    return free.isPresent() || !withheld.taxes().isEmpty()
        ? free
        : rows.stream()
            .reduce((one, other) -> other.taxable().compareTo(one.taxable()) > 0 ? other : one)
            .map(Subtotal::vat);
  }

  private void count(Vat vat, Money taxable, Money tax) {
    subtotals.merge(
        vat,
        new Subtotal(vat, taxable, tax),
        (a, b) -> new Subtotal(vat, a.taxable().plus(b.taxable()), a.tax().plus(b.tax())));
  }

  /** Whether goods went to another member state. */
  boolean crosses() {
    return subtotals.containsKey(Vat.without(VatCategory.INTRA_COMMUNITY));
  }

  List<Line> lines() {
    return lines;
  }

  List<Adjustment> adjustments() {
    return adjustments;
  }

  List<String> notes() {
    return notes;
  }

  List<Subtotal> subtotals() {
    return List.copyOf(subtotals.values());
  }

  /** BT-113. */
  Money settled() {
    return settled;
  }

  /** BT-114. */
  Money rounding() {
    return rounding;
  }

  /** BT-106. */
  Money net() {
    return lines.stream().map(line -> line.part().net()).reduce(reversal.zero(), Money::plus);
  }

  /** BT-107 or, of what is given back, BT-108; zero where there are none. */
  Money adjusted(boolean charges) {
    return adjustments.stream()
        .map(adjustment -> adjustment.part().net())
        .filter(net -> net.isNegative() == charges)
        .map(net -> charges ? net.negated() : net)
        .reduce(reversal.zero(), Money::plus);
  }

  /** BT-110. */
  Money tax() {
    return subtotals().stream().map(Subtotal::tax).reduce(reversal.zero(), Money::plus);
  }
}
