package org.countermand.tax.model.japan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countermand.kernel.Money;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.Shares;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.RateTax;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.ReversedItem;
import org.countermand.tax.model.Withheld;

/**
 * The amounts of a return invoice per rate, in the price basis of the supply. A discount that is
 * taken back lessens them in proportion; a fee does not, for it is no part of the price.
 */
final class RateTotals {

  private static final int DIGITS = 6;

  private final PriceBasis basis;
  private final Money zero;
  private final Map<Rate, Money> amounts = new LinkedHashMap<>();
  private Money untaxed;

  private record Rate(String authority, BigDecimal percent) {
    static Rate of(TaxLine tax) {
      return new Rate(tax.authority(), RateTax.plain(tax.ratePercent()));
    }
  }

  private RateTotals(PriceBasis basis, Money zero) {
    this.basis = basis;
    this.zero = zero;
    this.untaxed = zero;
  }

  static RateTotals of(Reversal reversal) {
    RateTotals totals = new RateTotals(reversal.supply().basis(), reversal.zero());
    reversal.items().forEach(totals::add);
    reversal.withheld().stream()
        .filter(part -> part.kind() == Withheld.Kind.PROMOTION)
        .forEach(totals::lessen);
    return totals;
  }

  /** The tax of each rate, rounded once. */
  List<TaxLine> stated(RoundingMode rounding) {
    List<TaxLine> taxes = new ArrayList<>();
    amounts.forEach(
        (rate, amount) ->
            taxes.add(new TaxLine(rate.authority(), rate.percent(), tax(rate, amount, rounding))));
    return taxes;
  }

  /** The amount of each rate, in the price basis of the supply. */
  Map<BigDecimal, Money> amounts() {
    Map<BigDecimal, Money> perRate = new LinkedHashMap<>();
    amounts.forEach((rate, amount) -> perRate.merge(rate.percent(), amount, Money::plus));
    return perRate;
  }

  /** The document's total with tax; of prices without tax as if it were rounded down. */
  Money gross() {
    Money all = untaxed;
    for (Map.Entry<Rate, Money> entry : amounts.entrySet()) {
      all = all.plus(entry.getValue());
      if (basis == PriceBasis.NET) {
        all = all.plus(tax(entry.getKey(), entry.getValue(), RoundingMode.FLOOR));
      }
    }
    return all;
  }

  private Money tax(Rate rate, Money amount, RoundingMode rounding) {
    return basis == PriceBasis.GROSS
        ? RateTax.contained(amount, rate.percent(), rounding)
        : RateTax.onTop(amount, rate.percent(), rounding);
  }

  private void add(ReversedItem item) {
    if (item.taxes().isEmpty()) {
      untaxed = untaxed.plus(item.amount());
      return;
    }
    List<Long> weights = item.taxes().stream().map(RateTotals::weight).toList();
    List<Money> parts = Shares.byWeight(item.amount(), weights, 1);
    for (int i = 0; i < parts.size(); i++) {
      amounts.merge(Rate.of(item.taxes().get(i)), parts.get(i), Money::plus);
    }
  }

  /** How much of a price with several rates bore one of them: as much as its tax shows. */
  private static long weight(TaxLine tax) {
    if (tax.ratePercent().signum() <= 0) {
      return 0;
    }
    return BigDecimal.valueOf(Math.abs(tax.amount().minor()))
        .movePointRight(DIGITS)
        .divide(tax.ratePercent(), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private void lessen(Withheld promotion) {
    List<Rate> rates = List.copyOf(amounts.keySet());
    Money amount =
        basis == PriceBasis.GROSS
            ? promotion.amount()
            : promotion.taxes().stream()
                .map(TaxLine::amount)
                .reduce(promotion.amount(), Money::minus);
    if (rates.isEmpty()) {
      untaxed = untaxed.minus(amount);
      return;
    }
    List<Long> weights = rates.stream().map(rate -> Math.max(0, at(rate).minor())).toList();
    List<Money> parts = Shares.byWeight(amount, weights, 1);
    for (int i = 0; i < parts.size(); i++) {
      amounts.put(rates.get(i), at(rates.get(i)).minus(parts.get(i)));
    }
  }

  private Money at(Rate rate) {
    return amounts.getOrDefault(rate, zero);
  }
}
