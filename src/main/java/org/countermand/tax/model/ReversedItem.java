package org.countermand.tax.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;

/**
 * What is undone of one line or one charge, by the frozen shares of what was charged.
 *
 * @param sourceId the order line or the charge
 * @param charge what kind of charge; empty for goods
 * @param position the line's number on the order, 0 for a charge
 * @param quantity units undone, 1 for a charge
 * @param amount after discounts, in the supply's {@link PriceBasis}; not negative but for rounding
 * @param taxes contained in the amount or on top of it after that basis
 */
public record ReversedItem(
    UUID sourceId,
    Optional<Charge.Kind> charge,
    int position,
    String sku,
    String description,
    int quantity,
    Money amount,
    List<TaxLine> taxes) {

  public ReversedItem {
    taxes = List.copyOf(taxes);
  }

  public Money tax() {
    return taxes.stream().map(TaxLine::amount).reduce(zero(), Money::plus);
  }

  /** Without tax. */
  public Money net(PriceBasis basis) {
    return basis == PriceBasis.NET ? amount : amount.minus(tax());
  }

  /** With tax: what the buyer had paid for it. */
  public Money gross(PriceBasis basis) {
    return basis == PriceBasis.GROSS ? amount : amount.plus(tax());
  }

  private Money zero() {
    return Money.zero(amount.currency());
  }
}
