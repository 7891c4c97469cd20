package org.countermand.order.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;

/**
 * What was charged beside the goods.
 *
 * @param line the line it was made for, such as the wrapping of one thing; else for the order
 * @param amount negative only for {@link Kind#ROUNDING}
 * @param claimed whether a cancellation has taken it to give it back
 */
public record Charge(
    UUID id, Kind kind, Optional<UUID> line, Money amount, List<TaxLine> taxes, boolean claimed) {

  /** What for; the surplus of an express delivery stands apart from the standard delivery. */
  public enum Kind {
    SHIPPING,
    SHIPPING_SURPLUS,
    DUTY,
    GIFT_WRAP,
    TIP,
    /** What was added or left out so that the total could be paid, in cash mostly. */
    ROUNDING
  }

  /** A charge for the order as a whole. */
  public Charge(UUID id, Kind kind, Money amount, List<TaxLine> taxes, boolean claimed) {
    this(id, kind, Optional.empty(), amount, taxes, claimed);
  }

  public Charge {
    taxes = List.copyOf(taxes);
  }

  /** What the buyer paid for it. */
  public Money total(PriceBasis basis) {
    return basis == PriceBasis.GROSS
        ? amount
        : taxes.stream().map(TaxLine::amount).reduce(amount, Money::plus);
  }
}
