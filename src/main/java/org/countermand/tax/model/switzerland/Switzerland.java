package org.countermand.tax.model.switzerland;

import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.Seller;

/**
 * MWSTG (SR 641.20) Art. 41: the tax is adapted when the consideration is paid back; Art. 27(2):
 * tax once shown is owed until a document that refers to the invoice corrects it.
 */
public final class Switzerland extends DataRegime {

  public Switzerland() {
    super("switzerland");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    return draft(DocumentKind.CREDIT_NOTE, reversal, seller)
        .required(reversal.supply().isInvoiced())
        .ruling();
  }
}
