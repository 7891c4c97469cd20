package org.countermand.refund.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.Shares;
import org.countermand.order.model.TaxLine;

/** Which charges come back, and how much of them. */
final class ChargeQuoting {

  private ChargeQuoting() {}

  static List<QuotedCharge> of(Taken taken, Terms terms) {
    return taken.order().charges().stream()
        .filter(charge -> !charge.claimed())
        .flatMap(charge -> quoted(taken, charge, terms.of(charge.kind())).stream())
        .toList();
  }

  /** Before dispatch nothing was delivered, so every charge comes back, the surplus included. */
  private static Optional<QuotedCharge> quoted(Taken taken, Charge charge, ChargeReturn when) {
    boolean shared = when == ChargeReturn.WITH_UNITS;
    if (!shared && !taken.everything()) {
      return Optional.empty();
    }
    Money amount = shared ? share(taken, charge, charge.amount()) : charge.amount();
    List<TaxLine> taxes =
        charge.taxes().stream()
            .map(tax -> shared ? tax.of(share(taken, charge, tax.amount())) : tax)
            .toList();
    Money total =
        taken.order().priceBasis() == PriceBasis.GROSS
            ? amount
            : taxes.stream().map(TaxLine::amount).reduce(amount, Money::plus);
    boolean nothing = total.isZero() && taxes.stream().allMatch(tax -> tax.amount().isZero());
    return nothing
        ? Optional.empty()
        : Optional.of(new QuotedCharge(charge.id(), charge.kind(), amount, taxes, total));
  }

  /** What is still to come back of charges with the units that are left. */
  static Money rest(Taken taken, Terms terms) {
    Money rest = taken.order().zero();
    for (Charge charge : taken.order().charges()) {
      if (!charge.claimed()) {
        rest = rest.plus(rest(taken, charge, terms.of(charge.kind())));
      }
    }
    return rest;
  }

  private static Money rest(Taken taken, Charge charge, ChargeReturn when) {
    Order order = taken.order();
    if (when == ChargeReturn.WHEN_NOTHING_REMAINS) {
      return taken.everything() ? order.zero() : charge.total(order.priceBasis());
    }
    Money rest = borne(taken, charge, charge.amount(), taken::rest);
    if (order.priceBasis() == PriceBasis.NET) {
      for (TaxLine tax : charge.taxes()) {
        rest = rest.plus(borne(taken, charge, tax.amount(), taken::rest));
      }
    }
    return rest;
  }

  private static Money share(Taken taken, Charge charge, Money total) {
    return borne(taken, charge, total, taken::share);
  }

  /** Shares a total out over the lines that bear it, and sums a part of each share. */
  private static Money borne(
      Taken taken, Charge charge, Money total, BiFunction<OrderLine, Money, Money> part) {
    List<OrderLine> lines = bearers(taken.order(), charge);
    List<Money> shares =
        Shares.byWeight(
            total, lines.stream().map(line -> line.goods().minor()).toList(), taken.step());
    Money sum = taken.order().zero();
    for (int i = 0; i < lines.size(); i++) {
      sum = sum.plus(part.apply(lines.get(i), shares.get(i)));
    }
    return sum;
  }

  private static List<OrderLine> bearers(Order order, Charge charge) {
    List<OrderLine> own = new ArrayList<>();
    charge.line().flatMap(order::line).ifPresent(own::add);
    return own.isEmpty() ? order.lines() : own;
  }
}
