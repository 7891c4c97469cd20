package org.countermand.order.model;

import java.util.UUID;

/**
 * What is looked up for somebody who has not shown yet that the order is his, and no more: to read
 * the whole order takes longer than to find none, and a stopwatch would tell the two apart.
 *
 * @param shop whose pages he is let in to
 */
public record GuestOrder(UUID id, String shop) {}
