package org.countermand.tax.pdf;

/**
 * A column of a table.
 *
 * @param share of the table's width, in hundredths
 * @param right whether it is set to the right, as numbers are
 */
record Column(String head, int share, boolean right) {}
