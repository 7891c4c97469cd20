package org.countermand.refund.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.FeeTreatment;
import org.countermand.tax.model.Regime;
import org.countermand.tax.model.Regimes;
import org.countermand.tax.model.Undoing;
import org.countermand.tax.model.UndoneCharge;
import org.countermand.tax.model.Withheld;
import org.countermand.tax.model.Withholding;

/**
 * The tax in what is deducted, as the regime of the place has it: a discount taken back contains it
 * as the price did, a fee after its {@link FeeTreatment}. Where the order tells no tax, a quotation
 * tells none either.
 */
final class DeductionTaxes {

  private final Undoing undoing;
  private final Regime regime;
  private final Standing standing;
  private final boolean told;

  private DeductionTaxes(Undoing undoing, Regime regime, Standing standing, boolean told) {
    this.undoing = undoing;
    this.regime = regime;
    this.standing = standing;
    this.told = told;
  }

  static DeductionTaxes of(Taken taken, List<QuotedCharge> charges, Standing standing, Instant at) {
    List<UndoneCharge> undone =
        charges.stream()
            .map(charge -> new UndoneCharge(charge.chargeId(), charge.amount(), charge.taxes()))
            .toList();
    Undoing undoing = Undoing.of(taken.order(), taken.units(), undone, taken.everything(), at);
    boolean told = undoing.order().equals(taken.order());
    return new DeductionTaxes(undoing, Regimes.of(undoing.supply()), standing, told);
  }

  /** Whether tax is kept on top of a fee. */
  boolean areOnTop() {
    return told && regime.feeTreatment(undoing.supply()) == FeeTreatment.PRICE_NOT_REFUNDED;
  }

  /** The most that fees may be, so that with the tax on top they take no more than there is. */
  Money forFees(Money available, List<QuotedDeduction> before) {
    if (!areOnTop()) {
      return available;
    }
    Money tax =
        undoing.reversal(List.of(), zero(available)).charged().stream()
            .map(TaxLine::amount)
            .reduce(zero(available), Money::plus);
    for (QuotedDeduction deduction : in(before)) {
      for (TaxLine contained : deduction.taxes()) {
        tax = tax.plus(contained.amount());
      }
    }
    Money left = available.minus(tax);
    return left.isNegative() ? zero(available) : left;
  }

  /** The same deductions with their taxes. */
  List<QuotedDeduction> in(List<QuotedDeduction> deductions) {
    if (!told) {
      return deductions;
    }
    List<Withholding.Ask> asks =
        deductions.stream()
            .map(each -> new Withholding.Ask(kind(each), each.code(), each.amount().negated()))
            .toList();
    List<Withheld> before =
        standing.retained().stream()
            .map(
                kept ->
                    new Withheld(
                        Withheld.Kind.valueOf(kept.kind().name()),
                        kept.code(),
                        kept.amount(),
                        kept.taxes()))
            .toList();
    List<Withheld> withheld = Withholding.of(undoing, regime, asks, before);
    List<QuotedDeduction> taxed = new ArrayList<>();
    for (int i = 0; i < deductions.size(); i++) {
      taxed.add(taxed(deductions.get(i), withheld.get(i)));
    }
    return taxed;
  }

  private static QuotedDeduction taxed(QuotedDeduction deduction, Withheld withheld) {
    return new QuotedDeduction(
        deduction.kind(),
        deduction.code(),
        withheld.amount().negated(),
        withheld.taxes().stream().map(tax -> tax.of(tax.amount().negated())).toList());
  }

  private static Withheld.Kind kind(QuotedDeduction deduction) {
    return Withheld.Kind.valueOf(deduction.kind().name());
  }

  private static Money zero(Money any) {
    return Money.zero(any.currency());
  }
}
