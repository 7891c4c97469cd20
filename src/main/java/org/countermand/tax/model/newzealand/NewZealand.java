package org.countermand.tax.model.newzealand;

import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.Seller;

/** GST Act 1985 s. 19N: supply correction information, which refers to that of the supply. */
public final class NewZealand extends DataRegime {

  public NewZealand() {
    super("newzealand");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    return draft(DocumentKind.SUPPLY_CORRECTION, reversal, seller)
        .required(reversal.supply().isInvoiced())
        .sellerId("NZ-GST")
        .ruling();
  }
}
