package org.countermand.refund.model;

import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.TaxLine;

/** A charge that comes back because nothing of the order remains. */
public record QuotedCharge(
    UUID chargeId, Charge.Kind kind, Money amount, List<TaxLine> taxes, Money total) {
  public QuotedCharge {
    taxes = List.copyOf(taxes);
  }
}
