package org.countermand.tax.model.canada;

import java.util.Set;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.RulingDraft;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;

/**
 * Excise Tax Act s. 232: tax charged on what was never supplied (1), or on a consideration reduced
 * later (2), is credited by a note as SOR/91-44 describes it; Quebec likewise. A forfeited amount
 * contains the tax (s. 182), but no provincial sales tax.
 */
public final class Canada extends DataRegime {

  private static final Set<String> HARMONIZED = Set.of("GST", "HST", "QST");

  public Canada() {
    super("canada");
  }

  @Override
  public boolean feeBears(TaxLine tax) {
    String authority = tax.authority();
    return HARMONIZED.contains(authority.substring(authority.lastIndexOf('-') + 1));
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    Supply supply = reversal.supply();
    Money adjusted =
        reversal.reversed().stream().map(TaxLine::amount).reduce(reversal.zero(), Money::plus);
    RulingDraft draft =
        draft(DocumentKind.TAX_CREDIT_NOTE, reversal, seller)
            .required(supply.isInvoiced())
            .fact("taxAdjusted", adjusted);
    if (supply.moved()) {
      draft.until(reversal.on().plusYears(number("reduced.years", reversal)));
    } else {
      draft.within(
          supply.invoicedOn().plusYears(number("overcharged.years", reversal)),
          number("warning.days", reversal));
    }
    return draft.sellerId("CA-BN").ruling();
  }
}
