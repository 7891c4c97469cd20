package org.countermand.payment.model;

import org.countermand.kernel.Money;

/**
 * A shop tells that a buyer has paid with a gift card or store credit.
 *
 * @param reference the token of the card or credit
 * @param id the shop's own id of the payment; told twice it is one
 * @param amount positive
 */
public record Spending(String reference, String id, Money amount) {}
