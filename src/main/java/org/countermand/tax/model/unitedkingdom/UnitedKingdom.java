package org.countermand.tax.model.unitedkingdom;

import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.Seller;

/**
 * VAT Regulations 1995 (SI 1995/2518) reg. 15C and 38: a credit note within days of the decrease,
 * with the reason; its content is that of VAT Notice 700, 18.2.
 */
public final class UnitedKingdom extends DataRegime {

  public UnitedKingdom() {
    super("unitedkingdom");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    return draft(DocumentKind.CREDIT_NOTE, reversal, seller)
        .required(reversal.supply().isInvoiced())
        .until(reversal.on().plusDays(number("document.days", reversal)))
        .fact("reason", reversal.supply().moved() ? "RETURNED" : "CANCELLED")
        .ruling();
  }
}
