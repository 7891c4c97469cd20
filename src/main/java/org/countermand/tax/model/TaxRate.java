package org.countermand.tax.model;

import java.math.BigDecimal;

/**
 * A rate in force.
 *
 * @param authority as it stands on tax lines
 * @param percent of the price without tax
 */
public record TaxRate(String authority, BigDecimal percent) {}
