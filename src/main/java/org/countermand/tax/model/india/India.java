package org.countermand.tax.model.india;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import org.countermand.tax.model.DataRegime;
import org.countermand.tax.model.DocumentKind;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Ruling;
import org.countermand.tax.model.RulingDraft;
import org.countermand.tax.model.Seller;
import org.countermand.tax.model.Supply;

/**
 * CGST Act 2017: after a tax invoice a credit note (s. 34) until a day after the financial year,
 * later one without tax; after an advance only a refund voucher (s. 31(3)(e), rule 51). Central and
 * state tax stand apart as they were charged; neither is derived from the integrated one.
 */
public final class India extends DataRegime {

  public India() {
    super("india");
  }

  @Override
  public Ruling rule(Reversal reversal, Seller seller) {
    Supply supply = reversal.supply();
    if (!supply.isInvoiced()) {
      return named(draft(DocumentKind.REFUND_VOUCHER, reversal, seller), reversal);
    }
    LocalDate last = lastDay(reversal, seller);
    boolean over = reversal.on().isAfter(last);
    RulingDraft draft =
        draft(over ? DocumentKind.CREDIT_RECORD : DocumentKind.GST_CREDIT_NOTE, reversal, seller)
            .required(!over)
            .within(last, number("document.warning.days", reversal));
    return named(over ? draft.taxes(List.of()) : draft, reversal);
  }

  private Ruling named(RulingDraft draft, Reversal reversal) {
    return draft
        .fact("financialYear", FinancialYear.of(reversal.supply().invoicedOn()))
        .fact("numberYear", FinancialYear.of(reversal.on()))
        .fact("numberLength", number("number.length", reversal))
        .sellerId("IN-GSTIN")
        .ruling();
  }

  /**
   * The 30 November after the year of the invoice, or the annual return if that was filed before.
   */
  private LocalDate lastDay(Reversal reversal, Seller seller) {
    FinancialYear year = FinancialYear.of(reversal.supply().invoicedOn());
    MonthDay day = numbers().day("document.lastDay", reversal.supply().place(), reversal.on());
    LocalDate last = day.atYear(year.first() + 1);
    String filed = seller.elections().get("in-annual-return-" + year);
    return filed != null && LocalDate.parse(filed).isBefore(last) ? LocalDate.parse(filed) : last;
  }

  /** From April to March. */
  private record FinancialYear(int first) {

    static FinancialYear of(LocalDate day) {
      boolean begun = day.getMonth().compareTo(Month.APRIL) >= 0;
      return new FinancialYear(begun ? day.getYear() : day.getYear() - 1);
    }

    /** Such as {@code 2026-27}. */
    @Override
    public String toString() {
      return "%d-%02d".formatted(first, (first + 1) % 100);
    }
  }
}
