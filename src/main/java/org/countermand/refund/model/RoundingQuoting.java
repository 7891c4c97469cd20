package org.countermand.refund.model;

import java.util.List;
import org.countermand.kernel.Money;
import org.countermand.order.model.DiscountShare;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;

/**
 * Lets nothing come to less than nothing, nor to more than was paid, where shares are of less than
 * a minor unit; and evens that out as soon as it can.
 */
final class RoundingQuoting {

  private static final String CODE = "ROUNDING";

  private RoundingQuoting() {}

  /**
   * At most one deduction.
   *
   * @param sum of what comes back before fees
   */
  static List<QuotedDeduction> of(Taken taken, Standing standing, Money sum) {
    Money zero = taken.order().zero();
    Money overpaid = standing.retained(QuotedDeduction.Kind.ROUNDING, CODE, zero).negated();
    // What is left must suffice for what was given too much, even if it is itself below nothing.
    Money even = rest(taken, standing.terms()).min(zero).minus(overpaid);
    Money least = sum.negated();
    Money amount = even.compareTo(least) < 0 ? least : even;
    return amount.isZero()
        ? List.of()
        : List.of(new QuotedDeduction(QuotedDeduction.Kind.ROUNDING, CODE, amount));
  }

  /** What all that is left would bring. */
  private static Money rest(Taken taken, Terms terms) {
    Money rest = ChargeQuoting.rest(taken, terms);
    for (OrderLine line : taken.order().lines()) {
      rest = rest.plus(rest(taken, line));
    }
    return rest;
  }

  private static Money rest(Taken taken, OrderLine line) {
    Order order = taken.order();
    Money rest = taken.rest(line, line.goods());
    for (DiscountShare discount : line.discounts()) {
      rest = rest.plus(taken.rest(line, discount.amount()));
    }
    if (order.priceBasis() == PriceBasis.NET) {
      for (TaxLine tax : line.taxes()) {
        rest = rest.plus(taken.rest(line, tax.amount()));
      }
    }
    return rest;
  }
}
