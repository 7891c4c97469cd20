package org.countermand.payment.model;

/**
 * What came of a spending.
 *
 * @param credit with the spending booked
 * @param fresh whether it was booked now; else it was told before
 */
public record Spent(Credit credit, boolean fresh) {}
