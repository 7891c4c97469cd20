package org.countermand.channel.model;

/**
 * A row that became no line of an order.
 *
 * @param line the number of the physical line on which the row begins, from 1 for the header
 * @param column the column at fault
 */
public record RowProblem(long line, RowReason reason, String column) {}
