package org.countermand.refund.model;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.countermand.kernel.Money;
import org.countermand.order.model.OrderLine;

/** What the shop keeps for a cancellation. */
final class FeeQuoting {

  private FeeQuoting() {}

  /**
   * The fees that the terms ask for and the law lets the shop keep.
   *
   * @param before what is deducted already
   * @param available what comes back before them; they never take more
   * @return with the tax that is kept on top of them not yet in them
   */
  static List<QuotedDeduction> of(
      Taken taken,
      Standing standing,
      DeductionTaxes taxes,
      List<QuotedDeduction> before,
      Money available,
      Instant at) {
    List<QuotedDeduction> fees = new ArrayList<>();
    Money left = taxes.forFees(available, before);
    for (FeeRule rule : standing.terms().fees()) {
      if (Deductions.permitsFee(taken.order(), rule, at)) {
        Money fee = fee(taken, standing, taxes.areOnTop(), rule).min(left);
        if (fee.isPositive()) {
          fees.add(new QuotedDeduction(QuotedDeduction.Kind.FEE, rule.code(), fee.negated()));
          left = left.minus(fee);
        }
      }
    }
    return fees;
  }

  private static Money fee(Taken taken, Standing standing, boolean taxOnTop, FeeRule rule) {
    Money zero = taken.order().zero();
    List<OrderLine> lines =
        taken.lines().stream()
            .filter(line -> taken.order().stageOf(line.id()).compareTo(rule.fromStage()) >= 0)
            .filter(line -> rule.itemClass().stream().allMatch(line.itemClass()::equals))
            .toList();
    Money kept = standing.retained(QuotedDeduction.Kind.FEE, rule.code(), zero);
    if (taxOnTop) {
      kept = kept.minus(standing.taxRetained(QuotedDeduction.Kind.FEE, rule.code(), zero));
    }
    Money fee = zero;
    if (rule.amount() instanceof FeeRule.Percent percent) {
      for (OrderLine line : lines) {
        fee = fee.plus(taken.share(line, part(line, percent, taken)));
      }
    } else if (rule.amount() instanceof FeeRule.Flat flat && !lines.isEmpty()) {
      fee = inCurrency(flat.money(), zero) ? flat.money().minus(kept) : zero;
    }
    if (rule.cap().isPresent()) {
      Money cap = rule.cap().get();
      fee = inCurrency(cap, zero) ? fee.min(cap.minus(kept)) : zero;
    }
    return fee;
  }

  /** A fee in another currency than the order's was never agreed for it. */
  private static boolean inCurrency(Money amount, Money zero) {
    return amount.currency().equals(zero.currency());
  }

  /** Of the whole line, rounded down, in the buyer's favour, to what can be paid. */
  private static Money part(OrderLine line, FeeRule.Percent percent, Taken taken) {
    Money paid = line.total(taken.order().priceBasis());
    long minor =
        BigInteger.valueOf(paid.minor())
            .multiply(BigInteger.valueOf(percent.basisPoints()))
            .divide(BigInteger.valueOf(10_000))
            .longValueExact();
    return new Money(minor - minor % taken.step(), paid.currency());
  }
}
