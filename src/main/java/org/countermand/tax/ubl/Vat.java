package org.countermand.tax.ubl;

import java.math.BigDecimal;
import org.countermand.tax.model.RateTax;

/**
 * A category and rate: what EN 16931 breaks tax down by.
 *
 * @param rate in percent, written plainly; zero for all but {@link VatCategory#STANDARD}
 */
record Vat(VatCategory category, BigDecimal rate) {

  static Vat at(BigDecimal percent) {
    return new Vat(VatCategory.STANDARD, RateTax.plain(percent));
  }

  static Vat without(VatCategory category) {
    return new Vat(category, BigDecimal.ZERO);
  }
}
