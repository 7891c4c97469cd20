package org.countermand.tax.model.southkorea;

import org.countermand.order.model.Buyer;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;

/**
 * VAT Act Art. 32 and its Enforcement Decree Art. 70: a modified tax invoice, for goods that came
 * back (환입) or a contract that was rescinded (계약의 해제), until the tenth of the next month.
 */
public final class SouthKorea extends DataRegime {

  public SouthKorea() {
    super("southkorea");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    Supply supply = reversal.supply();
    return draft(DocumentKind.MODIFIED_TAX_INVOICE, reversal, seller)
        .required(supply.isInvoiced() && supply.buyer().kind() == Buyer.Kind.BUSINESS)
        .until(reversal.on().plusMonths(1).withDayOfMonth(number("document.dayOfMonth", reversal)))
        .fact("reason", supply.moved() ? "RETURN" : "RESCISSION")
        .sellerId("KR-BRN")
        .ruling();
  }
}
