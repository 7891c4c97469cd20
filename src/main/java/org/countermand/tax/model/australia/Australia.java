package org.countermand.tax.model.australia;

import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.Seller;

/**
 * GST Act Division 19 (adjustment events) and s. 29-75 (adjustment notes): within days, and none
 * for a small amount. A cancellation fee is taxed (GSTR 2009/3).
 */
public final class Australia extends DataRegime {

  public Australia() {
    super("australia");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    Money threshold =
        Money.parse(
            numbers().get("document.above", reversal.supply().place(), reversal.on()).value());
    Money price = reversal.repaid();
    Money tax =
        reversal.reversed().stream().map(TaxLine::amount).reduce(reversal.zero(), Money::plus);
    boolean small =
        price.currency().equals(threshold.currency()) && price.compareTo(threshold) <= 0;
    return draft(DocumentKind.ADJUSTMENT_NOTE, reversal, seller)
        .required(!small)
        .until(reversal.on().plusDays(number("document.days", reversal)))
        .fact("priceDifference", price)
        .fact("taxDifference", tax)
        .sellerId("AU-ABN")
        .ruling();
  }
}
