package org.countermand.tax.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;

/**
 * The tax that is thought to be contained in the prices of an order that told none, as an invoice
 * would show it: per rate from the sum of the prices, half up, and of that each line and charge so
 * much that they sum to it. Prices for a part of the goods' delivery follow the goods by value.
 */
final class TaxFromRates {

  private final Map<List<TaxRate>, Money> sums = new HashMap<>();

  private TaxFromRates() {}

  /**
   * The order with its tax; empty if it told any, or if it may rightly bear none: prices without
   * tax, a business that owes it itself, a place without a usual rate.
   */
  static Optional<Order> of(Order order, List<TaxRate> rates) {
    boolean told =
        order.lines().stream().anyMatch(line -> !line.taxes().isEmpty())
            || order.charges().stream().anyMatch(charge -> !charge.taxes().isEmpty());
    return told
            || rates.isEmpty()
            || order.priceBasis() == PriceBasis.NET
            || order.buyer().kind() == Buyer.Kind.BUSINESS
        ? Optional.empty()
        : Optional.of(taxed(order, line -> rates));
  }

  static Finding finding(Jurisdiction place) {
    return Finding.of(ReasonCode.TAX_FROM_RATE, "place", place);
  }

  /** The order with the tax of these rates contained in its prices. */
  static Order taxed(Order order, Function<OrderLine, List<TaxRate>> rates) {
    TaxFromRates reckoning = new TaxFromRates();
    List<OrderLine> lines = new ArrayList<>();
    Map<List<TaxRate>, Long> values = new LinkedHashMap<>();
    Map<UUID, List<TaxRate>> ofLines = new HashMap<>();
    for (OrderLine line : order.lines()) {
      Money paid = line.total(PriceBasis.GROSS);
      List<TaxRate> own = rates.apply(line);
      ofLines.put(line.id(), own);
      values.merge(own, Math.max(0, paid.minor()), Long::sum);
      lines.add(with(line, reckoning.contained(paid, own)));
    }
    List<Charge> charges =
        order.charges().stream()
            .map(charge -> with(charge, reckoning.contained(charge, values, ofLines)))
            .toList();
    return with(order, lines, charges);
  }

  private List<TaxLine> contained(
      Charge charge, Map<List<TaxRate>, Long> values, Map<UUID, List<TaxRate>> ofLines) {
    if (charge.kind() == Charge.Kind.ROUNDING || charge.kind() == Charge.Kind.TIP) {
      return List.of();
    }
    List<TaxRate> own = charge.line().map(ofLines::get).orElse(null);
    if (own != null) {
      return contained(charge.amount(), own);
    }
    List<List<TaxRate>> groups = List.copyOf(values.keySet());
    if (values.values().stream().allMatch(value -> value == 0)) {
      return groups.isEmpty() ? List.of() : contained(charge.amount(), groups.get(0));
    }
    List<Money> shares = LargestRemainder.shares(charge.amount(), List.copyOf(values.values()));
    List<TaxLine> taxes = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      taxes.addAll(contained(shares.get(i), groups.get(i)));
    }
    return taxes;
  }

  /** What is contained in the sum so far, less what was contained before. */
  private List<TaxLine> contained(Money paid, List<TaxRate> rates) {
    Money before = sums.getOrDefault(rates, Money.zero(paid.currency()));
    Money sum = before.plus(paid);
    sums.put(rates, sum);
    BigDecimal all = rates.stream().map(TaxRate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    return rates.stream()
        .map(
            rate ->
                new TaxLine(
                    rate.authority(),
                    rate.percent(),
                    tax(sum, rate, all).minus(tax(before, rate, all))))
        .toList();
  }

  private static Money tax(Money paid, TaxRate rate, BigDecimal all) {
    return RateTax.contained(paid, rate.percent(), all, RoundingMode.HALF_UP);
  }

  private static OrderLine with(OrderLine line, List<TaxLine> taxes) {
    return new OrderLine(
        line.id(),
        line.position(),
        line.sku(),
        line.description(),
        line.itemClass(),
        line.evidence(),
        line.quantity(),
        line.goods(),
        line.discounts(),
        taxes,
        line.claims());
  }

  private static Charge with(Charge charge, List<TaxLine> taxes) {
    return new Charge(
        charge.id(), charge.kind(), charge.line(), charge.amount(), taxes, charge.claimed());
  }

  private static Order with(Order order, List<OrderLine> lines, List<Charge> charges) {
    return new Order(
        order.id(),
        order.shop(),
        order.legalEntity(),
        order.channel(),
        order.channelNumber(),
        order.refundAuthority(),
        order.buyer(),
        order.currency(),
        order.priceBasis(),
        order.placedAt(),
        order.promisedOn(),
        order.invoice(),
        order.cheapestDelivery(),
        lines,
        charges,
        order.tenders(),
        order.fulfilments());
  }
}
