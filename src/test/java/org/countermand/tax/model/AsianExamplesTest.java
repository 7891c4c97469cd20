package org.countermand.tax.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.tax.model.TaxedOrders.of;
import static org.countermand.tax.model.TaxedOrders.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.TaxLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Worked examples of Japan and India, by their numbers; and the limits of Korea and Singapore. */
class AsianExamplesTest {

  private static TaxedOrders japan() {
    return TaxedOrders.in("JPY").to("JP", "").registered("JP-T", "T1234567890123");
  }

  private static TaxLine jct(String percent, long amount) {
    return tax("JP-JCT", percent, amount + " JPY");
  }

  private static List<Long> stated(Ruling ruling) {
    return ruling.taxes().stream().map(each -> each.amount().minor()).toList();
  }

  /** 60 000 · 10/110 = 5 454.5; 40 000 · 8/108 = 2 962.96; rounded down 8 416 in all. */
  @Test
  void j_1_q57() {
    TaxedOrders order = japan().line(1, "60000", jct("10", 5454)).line(1, "40000", jct("8", 2962));

    Ruling ruling = order.ruling(order.rest());
    assertThat(stated(ruling)).containsExactly(5454L, 2962L);
    assertThat(ruling.document()).isEqualTo(DocumentKind.RETURN_INVOICE);
    assertThat(ruling.facts())
        .containsEntry("reducedRates", "8")
        .containsEntry("returnedOn", "2026-11-22")
        .containsEntry("suppliedOn", "2026-11-20")
        .containsEntry("sellerId", "T1234567890123");
    assertThat(ruling.findings()).isEmpty();
  }

  private static TaxedOrders q57() {
    return japan()
        .net()
        .line(1, "11345", jct("10", 1134))
        .line(1, "12549", jct("10", 1255))
        .line(1, "9987", jct("8", 799))
        .line(1, "12345", jct("8", 987));
  }

  /** 23 894 · 10 % = 2 389.4; 22 332 · 8 % = 1 786.56. */
  @Test
  void j_2_q57_in_one_document() {
    TaxedOrders order = q57();

    assertThat(stated(order.ruling(order.rest()))).containsExactly(2389L, 1786L);
  }

  /** 1 134.5 + 1 254.9 and 798.96 + 987.6, each rounded down by itself. */
  @Test
  void j_3_q57_in_two_documents() {
    TaxedOrders order = q57();

    assertThat(stated(order.ruling(order.undoing(Map.of(1, 1, 3, 1), false))))
        .containsExactly(1134L, 798L);
    assertThat(stated(order.ruling(order.rest()))).containsExactly(1254L, 987L);
  }

  /** 88 000 · 10/110 and 43 200 · 8/108 have no fraction. */
  @ParameterizedTest
  @EnumSource(names = {"FLOOR", "HALF_UP", "CEILING"})
  void j_4_q54_however_it_is_rounded(RoundingMode mode) {
    TaxedOrders order =
        japan().rounds(mode).line(1, "88000", jct("10", 8000)).line(1, "43200", jct("8", 3200));

    assertThat(stated(order.ruling(order.rest()))).containsExactly(8000L, 3200L);
  }

  private static TaxedOrders j5() {
    return japan()
        .net()
        .line(1, "105", jct("10", 10))
        .line(1, "105", jct("10", 11))
        .line(1, "105", jct("10", 10));
  }

  /** 315 · 10 % = 31.5 → 31, and not 3 × 10. */
  @Test
  void j_5_once_per_document() {
    TaxedOrders order = j5();

    assertThat(stated(order.ruling(order.rest()))).containsExactly(31L);
  }

  /** 9 999 no duty, 10 000 a duty; 6 000 + 5 000 = 11 000 at both rates together a duty. */
  @Test
  void j_6_duty_from_ten_thousand() {
    TaxedOrders small = japan().line(1, "9999", jct("10", 909));
    TaxedOrders enough = japan().line(1, "10000", jct("10", 909));
    TaxedOrders both = japan().line(1, "6000", jct("8", 444)).line(1, "5000", jct("10", 454));

    assertThat(small.ruling(small.rest()).required()).isFalse();
    assertThat(enough.ruling(enough.rest()).required()).isTrue();
    assertThat(both.ruling(both.rest()).required()).isTrue();
  }

  /** 200 × 100 = 20 000 on one document. */
  @Test
  void j_7_q28_judged_by_document() {
    TaxedOrders order = japan().line(200, "20000", jct("10", 1818));

    assertThat(order.ruling(order.rest()).required()).isTrue();
  }

  /** Unit by unit 10 + 10 + 10, and what is told of the difference sums to 31 − 30. */
  @Test
  void j_8_three_documents_and_the_remainder() {
    TaxedOrders order = j5();
    long stated = 0;
    long reversed = 0;
    long told = 0;
    for (int line = 1; line <= 3; line++) {
      Undoing undoing = order.units(line, 1);
      Ruling ruling = order.ruling(undoing);
      stated += stated(ruling).get(0);
      reversed +=
          undoing.reversal(List.of(), Money.of(0, "JPY")).reversed().get(0).amount().minor();
      told +=
          ruling.findings().stream()
              .filter(found -> found.code() == ReasonCode.TAX_DIFFERS_FROM_LEDGER)
              .mapToLong(found -> Money.parse(found.parameters().get("difference")).minor())
              .sum();
    }
    assertThat(stated).isEqualTo(30);
    assertThat(reversed).isEqualTo(31);
    assertThat(told).isEqualTo(-1);
  }

  /** 105 · 10 % = 10.5: the issuer's own way, always the same. */
  @Test
  void j_8_rounding_is_the_issuers() {
    TaxedOrders order = japan().rounds(RoundingMode.HALF_UP).net().line(1, "105", jct("10", 10));

    assertThat(stated(order.ruling(order.rest()))).containsExactly(11L);
  }

  /** 11 000 − 1 100 taken back = 9 900, in which there are 900 and no duty to issue. */
  @Test
  void japan_lessens_the_return_by_a_discount_taken_back() {
    TaxedOrders order = japan().line(1, "11000", jct("10", 1000));
    Undoing undoing = order.rest();
    Withheld promotion =
        Withholding.of(
                undoing,
                Regimes.of(undoing.supply()),
                List.of(new Withholding.Ask(Withheld.Kind.PROMOTION, "TEN", Money.of(1100, "JPY"))),
                List.of())
            .get(0);

    Ruling ruling = order.ruling(undoing, promotion);
    assertThat(promotion.taxes()).containsExactly(jct("10", 100));
    assertThat(stated(ruling)).containsExactly(900L);
    assertThat(ruling.required()).isFalse();
    assertThat(ruling.findings()).isEmpty();
  }

  @Test
  void japan_needs_a_registered_issuer() {
    TaxedOrders order = TaxedOrders.in("JPY").to("JP", "").line(1, "10000", jct("10", 909));

    assertThat(order.ruling(order.rest()).findings())
        .containsExactly(Finding.of(ReasonCode.TAX_SELLER_ID_MISSING, "scheme", "JP-T"));
  }

  private static TaxedOrders india() {
    return TaxedOrders.in("INR")
        .to("IN", "MH")
        .net()
        .registered("IN-GSTIN", "27AAPFU0939F1ZV")
        .invoiced("A-17", "2026-05-10")
        .placed("2026-05-10T06:00:00Z");
  }

  /** 500 at 5 %: 2.5 % = 12.50 to each of the two; between states 25.00 at once. */
  @Test
  void i_1_the_second_of_two() {
    TaxedOrders within =
        india()
            .line(1, "1000.00", tax("IN-CGST", "9", "90.00 INR"), tax("IN-SGST", "9", "90.00 INR"))
            .line(
                1,
                "500.00",
                tax("IN-CGST", "2.5", "12.50 INR"),
                tax("IN-SGST", "2.5", "12.50 INR"));
    TaxedOrders between = india().line(1, "500.00", tax("IN-IGST", "5", "25.00 INR"));

    Undoing second = within.units(2, 1);
    Ruling ruling = within.ruling(second);
    assertThat(second.items().get(0).amount()).isEqualTo(Money.parse("500.00 INR"));
    assertThat(ruling.taxes())
        .containsExactly(tax("IN-CGST", "2.5", "12.50 INR"), tax("IN-SGST", "2.5", "12.50 INR"));
    assertThat(ruling.document()).isEqualTo(DocumentKind.GST_CREDIT_NOTE);
    assertThat(ruling.facts())
        .containsEntry("original", "A-17")
        .containsEntry("financialYear", "2026-27")
        .containsEntry("numberLength", "16");
    assertThat(of(between.ruling(between.rest()).taxes(), "IN-IGST"))
        .contains(Money.parse("25.00 INR"));
  }

  /** 333.33 · 2.5 % = 8.3333 twice, but 333.33 · 5 % = 16.6665. */
  @Test
  void i_2_neither_is_derived_from_the_other() {
    Money net = Money.parse("333.33 INR");

    assertThat(RateTax.onTop(net, new BigDecimal("2.5"), RoundingMode.HALF_UP))
        .isEqualTo(Money.parse("8.33 INR"));
    assertThat(RateTax.onTop(net, new BigDecimal("5"), RoundingMode.HALF_UP))
        .isEqualTo(Money.parse("16.67 INR"));
    TaxedOrders order =
        india()
            .line(
                1, "333.33", tax("IN-CGST", "2.5", "8.33 INR"), tax("IN-SGST", "2.5", "8.33 INR"));
    assertThat(order.ruling(order.rest()).taxes())
        .extracting(TaxLine::amount)
        .containsExactly(Money.parse("8.33 INR"), Money.parse("8.33 INR"));
  }

  /** Of the year that ends on 2027-03-31. */
  @Test
  void i_3_last_day() {
    assertThat(indian("2026-11-01").lastDay()).contains(LocalDate.of(2027, 11, 30));
    assertThat(codes(indian("2026-11-01"))).isEmpty();
    assertThat(codes(indian("2027-11-15"))).containsExactly(ReasonCode.TAX_DEADLINE_NEAR);
    assertThat(codes(indian("2027-11-30"))).containsExactly(ReasonCode.TAX_DEADLINE_NEAR);
    Ruling over = indian("2027-12-01");
    assertThat(codes(over)).containsExactly(ReasonCode.TAX_DEADLINE_OVER);
    assertThat(over.document()).isEqualTo(DocumentKind.CREDIT_RECORD);
    assertThat(over.taxes()).isEmpty();
  }

  private static Ruling indian(String day) {
    TaxedOrders order =
        india().undoneAt(day + "T06:00:00Z").line(1, "500.00", tax("IN-IGST", "5", "25.00 INR"));
    return order.ruling(order.rest());
  }

  private static List<ReasonCode> codes(Ruling ruling) {
    return ruling.findings().stream().map(Finding::code).toList();
  }

  @Test
  void india_annual_return_filed_before_ends_it() {
    TaxedOrders order =
        india()
            .elects("in-annual-return-2026-27", "2027-09-15")
            .undoneAt("2027-09-16T06:00:00Z")
            .line(1, "500.00", tax("IN-IGST", "5", "25.00 INR"));

    assertThat(codes(order.ruling(order.rest()))).containsExactly(ReasonCode.TAX_DEADLINE_OVER);
  }

  /** The last day of March is of the year before, and the year begins at midnight in India. */
  @Test
  void india_financial_year_begins_in_april() {
    TaxedOrders march =
        india().invoiced("A-1", "2026-03-31").line(1, "10.00", tax("IN-IGST", "5", "0.50 INR"));

    assertThat(march.ruling(march.rest()).lastDay()).contains(LocalDate.of(2026, 11, 30));
    TaxedOrders night =
        TaxedOrders.in("INR")
            .to("IN", "")
            .notInvoiced()
            .placed("2026-03-31T18:30:00Z")
            .line(1, "10.00", tax("IN-IGST", "5", "0.50 INR"));
    assertThat(night.ruling(night.rest()).facts()).containsEntry("financialYear", "2026-27");
  }

  @Test
  void india_repays_an_advance_by_voucher() {
    TaxedOrders order = india().notInvoiced().line(1, "500.00", tax("IN-IGST", "5", "25.00 INR"));

    assertThat(order.ruling(order.rest()).document()).isEqualTo(DocumentKind.REFUND_VOUCHER);
  }

  /** Series, year and counter: ICN-2026-000001 has 15 signs. */
  @Test
  void india_numbers_fit() {
    assertThat(Regimes.of(org.countermand.kernel.Jurisdiction.of("IN")).data())
        .filteredOn(datum -> datum.name().startsWith("series."))
        .isNotEmpty()
        .allSatisfy(
            datum -> assertThat((datum.value() + "-2026-000001").length()).isLessThanOrEqualTo(16));
  }

  @Test
  void korea_issues_until_the_tenth_of_the_next_month() {
    TaxedOrders order =
        TaxedOrders.in("KRW")
            .to("KR", "")
            .business("123-45-67890")
            .registered("KR-BRN", "220-81-62517")
            .undoneAt("2026-12-31T03:00:00Z")
            .line(1, "11000", tax("KR-VAT", "10", "1000 KRW"));

    Ruling ruling = order.ruling(order.rest());
    assertThat(ruling.document()).isEqualTo(DocumentKind.MODIFIED_TAX_INVOICE);
    assertThat(ruling.required()).isTrue();
    assertThat(ruling.lastDay()).contains(LocalDate.of(2027, 1, 10));
    assertThat(ruling.facts()).containsEntry("reason", "RESCISSION");
    assertThat(ruling.findings()).isEmpty();
  }

  @Test
  void singapore_credits_by_note() {
    TaxedOrders order =
        TaxedOrders.in("SGD")
            .to("SG", "")
            .registered("SG-GST", "M90312345A")
            .line(1, "109.00", tax("SG-GST", "9", "9.00 SGD"));

    Ruling ruling = order.ruling(order.rest());
    assertThat(ruling.document()).isEqualTo(DocumentKind.TAX_CREDIT_NOTE);
    assertThat(of(ruling.taxes(), "SG-GST")).contains(Money.parse("9.00 SGD"));
  }
}
