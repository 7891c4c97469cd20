package org.countermand.refund.model;

import java.util.List;
import org.countermand.kernel.Money;

/** Lets nothing come to less than nothing, and evens that out later. */
final class RoundingQuoting {

  private static final String CODE = "ROUNDING";

  private RoundingQuoting() {}

  /**
   * At most one deduction.
   *
   * @param sum of what comes back before fees
   */
  static List<QuotedDeduction> of(Standing standing, Money sum) {
    Money zero = Money.zero(sum.currency());
    Money overpaid = standing.retained(QuotedDeduction.Kind.ROUNDING, CODE, zero).negated();
    Money amount = sum.isNegative() ? sum.negated() : overpaid.min(sum).negated();
    return amount.isZero()
        ? List.of()
        : List.of(new QuotedDeduction(QuotedDeduction.Kind.ROUNDING, CODE, amount));
  }
}
