package org.countermand.tax.model;

import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.ReasonCode;

/** Where no rule is known: our own record of what was charged, and a person who must look. */
final class UnknownPlace implements Regime {

  private static final String SERIES = "CR";

  @Override
  public String code() {
    return "unknown";
  }

  @Override
  public boolean governs(Jurisdiction place) {
    return true;
  }

  /** All tax comes back, as far as we know. */
  @Override
  public FeeTreatment feeTreatment(Supply supply) {
    return FeeTreatment.OUTSIDE_SCOPE;
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    RulingDraft draft = draft(reversal, seller);
    return reversal.supply().isOfUnclearPlace()
        ? draft.ruling()
        : draft
            .finding(Finding.of(ReasonCode.TAX_PLACE_UNKNOWN, "place", reversal.supply().place()))
            .ruling();
  }

  /** Our own record alone; why there is no more is said by the caller. */
  static Ruling record(Reversal reversal, Seller seller) {
    return draft(reversal, seller).ruling();
  }

  private static RulingDraft draft(Reversal reversal, Seller seller) {
    return new RulingDraft(DocumentKind.CREDIT_RECORD, SERIES, reversal, seller).required(false);
  }
}
