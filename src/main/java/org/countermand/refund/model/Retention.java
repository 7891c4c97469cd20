package org.countermand.refund.model;

import org.countermand.kernel.Money;

/**
 * What a cancellation of an order has kept of the buyer's money.
 *
 * @param code of the fee or the promotion
 * @param amount kept; negative if it gave back what an earlier one had kept
 */
public record Retention(QuotedDeduction.Kind kind, String code, Money amount) {}
