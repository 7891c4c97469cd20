package org.countermand.refund.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Order;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;
import org.countermand.tax.model.CreditRequest;
import org.countermand.tax.model.FeeTreatment;
import org.countermand.tax.model.Regimes;
import org.countermand.tax.model.Supply;
import org.countermand.tax.model.Undoing;
import org.countermand.tax.model.UndoneCharge;
import org.countermand.tax.model.Withheld;
import org.countermand.tax.model.Withholding;

/** What an executed quotation is to the tax rules. */
public final class Crediting {

  private Crediting() {}

  /** The wish for its document. */
  public static CreditRequest request(
      Order order, UUID cancellationId, Quotation executed, Instant at) {
    Map<UUID, List<UnitRange>> units = new HashMap<>();
    executed.lines().forEach(line -> units.put(line.lineId(), line.units()));
    List<UndoneCharge> charges =
        executed.charges().stream()
            .map(charge -> new UndoneCharge(charge.chargeId(), charge.amount(), charge.taxes()))
            .toList();
    boolean onTop =
        executed.deductions().stream().anyMatch(Crediting::isTaxedFee)
            && isTaxOnTop(Undoing.of(order, units, charges, false, at).supply());
    return new CreditRequest(
        cancellationId,
        order,
        units,
        charges,
        executed.deductions().stream().map(deduction -> ask(deduction, onTop)).toList(),
        executed.total(),
        at);
  }

  private static boolean isTaxedFee(QuotedDeduction deduction) {
    return deduction.kind() == QuotedDeduction.Kind.FEE && !deduction.taxes().isEmpty();
  }

  private static boolean isTaxOnTop(Supply supply) {
    return Regimes.of(supply).feeTreatment(supply) == FeeTreatment.PRICE_NOT_REFUNDED;
  }

  /**
   * What is deducted from what comes back is withheld of what was paid.
   *
   * @param onTop whether a fee is told without the tax that was kept with it
   */
  private static Withholding.Ask ask(QuotedDeduction deduction, boolean onTop) {
    Withheld.Kind kind =
        switch (deduction.kind()) {
          case PROMOTION -> Withheld.Kind.PROMOTION;
          case FEE -> Withheld.Kind.FEE;
          case ROUNDING -> Withheld.Kind.ROUNDING;
        };
    Money withheld = deduction.amount().negated();
    if (onTop && isTaxedFee(deduction)) {
      withheld = deduction.taxes().stream().map(TaxLine::amount).reduce(withheld, Money::plus);
    }
    return new Withholding.Ask(kind, deduction.code(), withheld);
  }
}
