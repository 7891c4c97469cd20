package org.countermand.tax.model.norway;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import org.countermand.kernel.Jurisdiction;
import org.countermand.order.model.Buyer;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.RulingDraft;
import org.countermand.tax.model.Seller;

/**
 * Bokføringsforskriften § 5-2-7: an invoice is never deleted or changed but credited. A foreign
 * seller under VOEC reduces the return of the quarter in which he paid back.
 */
public final class Norway extends DataRegime {

  private static final String VOEC = "VOEC";

  public Norway() {
    super("norway");
  }

  @Override
  public String scheme(Jurisdiction place, Buyer buyer, Seller seller) {
    boolean foreign = !governs(seller.seat()) && buyer.kind() == Buyer.Kind.CONSUMER;
    return foreign && seller.taxId(VOEC).isPresent() ? VOEC : "";
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    RulingDraft draft =
        draft(DocumentKind.CREDIT_NOTE, reversal, seller).required(reversal.supply().isInvoiced());
    if (reversal.supply().scheme().equals(VOEC)) {
      draft.fact("scheme", VOEC).fact("reportIn", quarter(reversal.on()));
    }
    return draft.ruling();
  }

  private static String quarter(LocalDate day) {
    return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }
}
