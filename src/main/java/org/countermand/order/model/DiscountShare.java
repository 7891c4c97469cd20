package org.countermand.order.model;

import org.countermand.kernel.Money;

/**
 * A line's share of a discount as charged.
 *
 * @param code the promotion's code
 * @param amount negative or zero
 */
public record DiscountShare(String code, Money amount) {}
