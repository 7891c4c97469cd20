package org.countermand.order.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;

/**
 * So many units of one thing, with what was charged for all of them together.
 *
 * @param position the line's number on the order, from 1
 * @param itemClass what the law and the shop make of it, with the evidence shown at checkout
 * @param evidence what the buyer saw and agreed to about the class (text version), or empty; of a
 *     gift card the shop's token of it
 * @param quantity units bought
 * @param goods the price of all units before discounts, in the order's {@link PriceBasis}
 * @param discounts shares of discounts as charged, each negative or zero
 * @param taxes tax per authority as charged on this line
 * @param claims the units that cancellations have taken
 */
public record OrderLine(
    UUID id,
    int position,
    String sku,
    String description,
    ItemClass itemClass,
    String evidence,
    int quantity,
    Money goods,
    List<DiscountShare> discounts,
    List<TaxLine> taxes,
    Claims claims) {

  public OrderLine {
    discounts = List.copyOf(discounts);
    taxes = List.copyOf(taxes);
  }

  /** What the buyer paid for the line. */
  public Money total(PriceBasis basis) {
    Money afterDiscounts = discounts.stream().map(DiscountShare::amount).reduce(goods, Money::plus);
    return basis == PriceBasis.GROSS
        ? afterDiscounts
        : taxes.stream().map(TaxLine::amount).reduce(afterDiscounts, Money::plus);
  }

  /** The line with one more discount; as it was if its share is nothing. */
  public OrderLine discounted(DiscountShare share) {
    if (share.amount().isZero()) {
      return this;
    }
    List<DiscountShare> all = new ArrayList<>(discounts);
    all.add(share);
    return new OrderLine(
        id, position, sku, description, itemClass, evidence, quantity, goods, all, taxes, claims);
  }

  /** Units that no cancellation has taken. */
  public int free() {
    return quantity - claims.units();
  }

  /**
   * The gift card that was bought, by the shop's token of it, if this line is one; its evidence
   * names the card. Its face value is {@link #goods}, whatever it was sold for.
   */
  public Optional<String> card() {
    return itemClass == ItemClass.GIFT_CARD && !evidence.isBlank()
        ? Optional.of(evidence)
        : Optional.empty();
  }

  /** Whether undoing it moves stock: services (postage, wrapping) and gift cards do not. */
  public boolean movesStock() {
    return itemClass != ItemClass.SERVICE
        && itemClass != ItemClass.DIGITAL
        && itemClass != ItemClass.GIFT_CARD;
  }
}
