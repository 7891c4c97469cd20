package org.countermand.portal.customer;

/**
 * One row of a table of amounts.
 *
 * @param note what it consists of, in small print, or empty
 */
public record AmountRow(String label, String note, String amount) {}
