package org.countermand.refund.model;

import java.util.List;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;

/**
 * What a cancellation of an order has kept of the buyer's money.
 *
 * @param code of the fee or the promotion
 * @param amount kept; negative if it gave back what an earlier one had kept
 * @param taxes contained in it, with its sign
 */
public record Retention(QuotedDeduction.Kind kind, String code, Money amount, List<TaxLine> taxes) {

  public Retention {
    taxes = List.copyOf(taxes);
  }

  Money tax() {
    return taxes.stream().map(TaxLine::amount).reduce(Money.zero(amount.currency()), Money::plus);
  }
}
