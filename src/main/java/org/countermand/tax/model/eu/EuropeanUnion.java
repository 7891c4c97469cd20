package org.countermand.tax.model.eu;

import java.time.LocalDate;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.ReversedItem;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.RulingDraft;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;

/**
 * Directive 2006/112/EC: the taxable amount is reduced (Art. 90(1)) by a document that refers to
 * the invoice (Art. 219). What was declared under a scheme is corrected in a later return instead
 * (Art. 369k, 369x).
 */
public final class EuropeanUnion extends DataRegime {

  public EuropeanUnion() {
    super("eu");
  }

  /** Distance sales: from inside the Union OSS, from outside IOSS, if the seller is registered. */
  @Override
  public String scheme(Jurisdiction place, Buyer buyer, Seller seller) {
    if (buyer.kind() != Buyer.Kind.CONSUMER || seller.seat().country().equals(place.country())) {
      return "";
    }
    if (governs(seller.seat())) {
      return seller.taxId("OSS-" + seller.seat().country()).isPresent() ? DeclaredUnder.OSS : "";
    }
    return seller.taxId(DeclaredUnder.IOSS).isPresent() ? DeclaredUnder.IOSS : "";
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    Supply supply = reversal.supply();
    RulingDraft draft =
        draft(DocumentKind.CREDIT_NOTE, reversal, seller).required(supply.isInvoiced());
    if (!supply.scheme().isEmpty()) {
      declare(draft, reversal);
    }
    if (supply.moved() && reversal.items().stream().anyMatch(EuropeanUnion::isDuty)) {
      draft.finding(Finding.of(ReasonCode.TAX_DUTY_CLAIM));
    }
    return draft.ruling();
  }

  private void declare(RulingDraft draft, Reversal reversal) {
    Supply supply = reversal.supply();
    DeclaredUnder scheme = DeclaredUnder.of(supply.scheme());
    LocalDate due = scheme.dueOf(supply.suppliedOn());
    draft
        .fact("scheme", supply.scheme())
        .fact("memberState", supply.place().country())
        .fact("period", scheme.periodOf(supply.suppliedOn()))
        .fact("reportIn", scheme.periodOf(reversal.on()))
        .fact("refundFirst", true)
        .within(
            due.plusYears(number("scheme.years", reversal)),
            number("scheme.warning.days", reversal));
  }

  private static boolean isDuty(ReversedItem item) {
    return item.charge().filter(kind -> kind == Charge.Kind.DUTY).isPresent();
  }
}
