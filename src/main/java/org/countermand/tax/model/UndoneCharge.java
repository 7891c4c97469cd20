package org.countermand.tax.model;

import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;

/**
 * So much of a charge as comes back now.
 *
 * @param amount in the order's price basis
 */
public record UndoneCharge(UUID chargeId, Money amount, List<TaxLine> taxes) {
  public UndoneCharge {
    taxes = List.copyOf(taxes);
  }
}
