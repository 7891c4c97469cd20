package org.countermand.tax.model.japan;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.RulingDraft;
import org.countermand.tax.model.Seller;

/**
 * Consumption Tax Act Art. 57-4(3): a return invoice states the tax once per rate, computed from
 * the document's amount at that rate and rounded as the issuer always rounds (Order Art. 70-10);
 * none is owed below an amount (Order Art. 70-9(3)). What that makes of single units need not sum
 * to the tax as it was charged; the difference is told.
 */
public final class Japan extends DataRegime {

  public Japan() {
    super("japan");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    RateTotals totals = RateTotals.of(reversal);
    List<TaxLine> stated = totals.stated(seller.rounding());
    RulingDraft draft =
        draft(DocumentKind.RETURN_INVOICE, reversal, seller)
            .required(isOwed(reversal, totals.gross()))
            .taxes(stated)
            .fact("returnedOn", reversal.on())
            .fact("reducedRates", reduced(reversal, stated))
            .sellerId("JP-T");
    totals
        .amounts()
        .forEach((rate, amount) -> draft.fact("amountAt." + rate.toPlainString(), amount));
    Money difference = sum(stated, reversal).minus(sum(reversal.reversed(), reversal));
    if (!difference.isZero()) {
      draft
          .fact("ledgerDifference", difference)
          .finding(Finding.of(ReasonCode.TAX_DIFFERS_FROM_LEDGER, "difference", difference));
    }
    return draft.ruling();
  }

  /** Judged by the document as a whole, all its rates together, tax included. */
  private boolean isOwed(Reversal reversal, Money gross) {
    return gross.minor() >= number("document.from", reversal);
  }

  /** Those of the document's rates that are reduced ones, which it must mark. */
  private String reduced(Reversal reversal, List<TaxLine> stated) {
    BigDecimal usual =
        numbers()
            .decimal("standard.JP-JCT", reversal.supply().place(), reversal.supply().suppliedOn());
    return stated.stream()
        .map(TaxLine::ratePercent)
        .filter(rate -> rate.signum() > 0 && rate.compareTo(usual) < 0)
        .map(BigDecimal::toPlainString)
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static Money sum(List<TaxLine> taxes, Reversal reversal) {
    return taxes.stream().map(TaxLine::amount).reduce(reversal.zero(), Money::plus);
  }
}
