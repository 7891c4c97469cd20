package org.countermand.payment.model;

import org.countermand.kernel.Money;

/**
 * How an amount goes back on one tender.
 *
 * @param amount positive
 */
public record Way(PartKind kind, Money amount) {}
