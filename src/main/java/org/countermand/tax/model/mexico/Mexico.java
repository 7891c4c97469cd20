package org.countermand.tax.model.mexico;

import java.time.LocalDate;
import java.time.MonthDay;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.RulingDraft;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;

/**
 * CFF Art. 29-A and RMF 2.7.1.34, 2.7.1.35: what was not carried out is undone as a whole by
 * cancelling its CFDI, within its fiscal year, with the recipient's acceptance unless he need not
 * be asked; everything else by a CFDI of type E that refers to it.
 */
public final class Mexico extends DataRegime {

  /** The tax id under which sales to the general public are invoiced. */
  private static final String GENERAL_PUBLIC = "XAXX010101000";

  /** Motive 03: the operation was not carried out. */
  private static final String NOT_CARRIED_OUT = "03";

  public Mexico() {
    super("mexico");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    Supply supply = reversal.supply();
    if (!supply.isInvoiced() || supply.moved() || !reversal.isWhole()) {
      return egreso(draft(DocumentKind.CFDI_EGRESO, reversal, seller), reversal);
    }
    LocalDate last = lastDay(reversal);
    if (reversal.on().isAfter(last)) {
      return egreso(
          draft(DocumentKind.CFDI_EGRESO, reversal, seller)
              .finding(Finding.of(ReasonCode.TAX_DEADLINE_OVER, "lastDay", last)),
          reversal);
    }
    RulingDraft draft =
        draft(DocumentKind.CFDI_CANCELLATION, reversal, seller)
            .within(last, number("cancel.warning.days", reversal))
            .fact("uuid", supply.invoice().number())
            .fact("motive", NOT_CARRIED_OUT);
    if (mustBeAccepted(reversal)) {
      draft
          .fact("acceptanceDays", number("acceptance.days", reversal))
          .finding(Finding.of(ReasonCode.TAX_ACCEPTANCE_NEEDED));
    }
    return draft.ruling();
  }

  /** TipoRelacion 03 for goods that came back, else 01; UsoCFDI S01 for the general public. */
  private static Ruling egreso(RulingDraft draft, Reversal reversal) {
    Supply supply = reversal.supply();
    return draft
        .required(supply.isInvoiced())
        .fact("uuid", supply.invoice().number())
        .fact("relation", supply.moved() ? "03" : "01")
        .fact("use", isGeneralPublic(supply) ? "S01" : "G02")
        .original()
        .ruling();
  }

  private LocalDate lastDay(Reversal reversal) {
    Supply supply = reversal.supply();
    MonthDay day = numbers().day("cancel.lastDay", supply.place(), supply.invoicedOn());
    return day.atYear(supply.invoicedOn().getYear());
  }

  /** Not for small totals, the general public, nor until the next business day. */
  private boolean mustBeAccepted(Reversal reversal) {
    Supply supply = reversal.supply();
    Money small =
        Money.parse(numbers().get("acceptance.above", supply.place(), reversal.on()).value());
    boolean isSmall =
        reversal.gross().currency().equals(small.currency())
            && reversal.gross().compareTo(small) <= 0;
    return !isSmall
        && !isGeneralPublic(supply)
        && reversal.on().isAfter(BusinessDays.after(supply.invoicedOn()));
  }

  private static boolean isGeneralPublic(Supply supply) {
    String taxId = supply.buyer().taxId();
    return taxId.isBlank() || taxId.equals(GENERAL_PUBLIC);
  }
}
