package org.countermand.cancellation.model;

import org.countermand.payment.model.Payout;

/**
 * One line of the list of payouts.
 *
 * @param number what people call the cancellation
 * @param orderNumber what people call the order
 */
public record PayoutRow(Payout payout, String number, String orderNumber) {}
