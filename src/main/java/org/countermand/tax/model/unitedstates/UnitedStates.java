package org.countermand.tax.model.unitedstates;

import java.util.Optional;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.Datum;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.RulingDraft;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;

/**
 * No federal document: the sale is deducted on the state's return, once its tax was refunded to the
 * customer. What a restocking fee does to the tax is a matter of each state: 18 CCR 1655
 * (California), the Department of Revenue (Washington), TSB-A-09(29)S (New York).
 */
public final class UnitedStates extends DataRegime {

  public UnitedStates() {
    super("unitedstates");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    Supply supply = reversal.supply();
    RulingDraft draft =
        draft(DocumentKind.REFUND_STATEMENT, reversal, seller)
            .required(false)
            .fact("refundFirst", true)
            .fact("state", supply.place().region());
    limit(reversal)
        .ifPresent(
            days ->
                draft.within(
                    supply.suppliedOn().plusDays(Integer.parseInt(days.value())),
                    number("deduction.warning.days", reversal)));
    if (draft.keepsFee() && hasProvenFees(reversal)) {
      draft.finding(Finding.of(ReasonCode.TAX_FEE_PROOF, "place", supply.place()));
    }
    return draft.ruling();
  }

  /** Days from the sale in which a return can be deducted, in the states that limit it. */
  private Optional<Datum> limit(Reversal reversal) {
    return numbers().find("deduction.days", reversal.supply().place(), reversal.on());
  }

  /** 18 CCR 1655(b): the fee is no more than the actual or average cost, or nothing is deducted. */
  private boolean hasProvenFees(Reversal reversal) {
    return numbers().find("fee.proof", reversal.supply().place(), reversal.on()).isPresent();
  }
}
