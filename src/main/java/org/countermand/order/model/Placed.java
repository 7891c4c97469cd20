package org.countermand.order.model;

/**
 * The answer to an intake.
 *
 * @param created false if the same order was there already
 */
public record Placed(Order order, boolean created) {}
