package org.countermand.tax.model.singapore;

import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.Seller;

/** GST (General) Regulations: a credit note that refers to the tax invoice. */
public final class Singapore extends DataRegime {

  public Singapore() {
    super("singapore");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    return draft(DocumentKind.TAX_CREDIT_NOTE, reversal, seller)
        .required(reversal.supply().isInvoiced())
        .sellerId("SG-GST")
        .ruling();
  }
}
