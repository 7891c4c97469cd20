package org.countermand.order.model;

import java.util.Optional;
import org.countermand.kernel.Money;

/**
 * A line's share of a discount as charged.
 *
 * @param code the promotion's code
 * @param amount negative or zero
 * @param threshold the value of the order's goods before discounts from which it was granted;
 *     positive
 */
public record DiscountShare(String code, Money amount, Optional<Money> threshold) {

  /** A share of a discount that was granted without condition. */
  public DiscountShare(String code, Money amount) {
    this(code, amount, Optional.empty());
  }

  /** Another share of the same discount. */
  public DiscountShare of(Money other) {
    return new DiscountShare(code, other, threshold);
  }
}
