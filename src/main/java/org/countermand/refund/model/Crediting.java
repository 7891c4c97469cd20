package org.countermand.refund.model;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.order.model.Order;
import org.countermand.order.model.UnitRange;
import org.countermand.tax.model.CreditRequest;
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
    return new CreditRequest(
        cancellationId,
        order,
        units,
        executed.charges().stream()
            .map(charge -> new UndoneCharge(charge.chargeId(), charge.amount(), charge.taxes()))
            .toList(),
        executed.deductions().stream().map(Crediting::ask).toList(),
        executed.total(),
        at);
  }

  /** What is deducted from what comes back is withheld of what was paid. */
  private static Withholding.Ask ask(QuotedDeduction deduction) {
    Withheld.Kind kind =
        switch (deduction.kind()) {
          case PROMOTION -> Withheld.Kind.PROMOTION;
          case FEE -> Withheld.Kind.FEE;
          case ROUNDING -> Withheld.Kind.ROUNDING;
        };
    return new Withholding.Ask(kind, deduction.code(), deduction.amount().negated());
  }
}
