package org.countermand.tax.model;

import java.math.BigDecimal;
import org.countermand.kernel.Money;

/** Tax that comes back, per authority and rate of the original supply. */
public record ReversedTax(String authority, BigDecimal ratePercent, Money amount) {}
