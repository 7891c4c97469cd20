package org.countermand.tax.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.tax.model.TaxedOrders.of;
import static org.countermand.tax.model.TaxedOrders.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.TaxLine;
import org.junit.jupiter.api.Test;

/** Worked examples of the EU, the United Kingdom, Switzerland and Norway, by their numbers. */
class EuropeanExamplesTest {

  private static final List<TaxRate> STANDARD =
      List.of(new TaxRate("DE-VAT", new BigDecimal("19")));
  private static final List<TaxRate> REDUCED = List.of(new TaxRate("DE-VAT", new BigDecimal("7")));

  /** 2 × 29.95 at 19 %, 12.90 at 7 %, delivery 4.90, with the tax of the invoice in E-6. */
  private static TaxedOrders e6() {
    return TaxedOrders.in("EUR")
        .line(2, "59.90", tax("DE-VAT", "19", "9.56 EUR"))
        .line(1, "12.90", tax("DE-VAT", "7", "0.84 EUR"))
        .charge(
            Charge.Kind.SHIPPING,
            "4.90",
            tax("DE-VAT", "19", "0.65 EUR"),
            tax("DE-VAT", "7", "0.06 EUR"));
  }

  private static Money at(List<TaxLine> taxes, String percent) {
    return taxes.stream()
        .filter(each -> each.ratePercent().compareTo(new BigDecimal(percent)) == 0)
        .map(TaxLine::amount)
        .reduce(Money.of(0, "EUR"), Money::plus);
  }

  private static Money euro(String amount) {
    return Money.parse(amount + " EUR");
  }

  /**
   * Delivery 4.90 over 59.90 : 12.90 = 4.03 + 0.87. At 19 %: 63.93 · 19/119 = 10.2073 → 10.21; at 7
   * %: 13.77 · 7/107 = 0.9008 → 0.90. Net 53.72 + 12.87, in all 77.70.
   */
  @Test
  void e_6_tax_of_an_order_that_told_none() {
    Order untaxed =
        TaxedOrders.in("EUR")
            .line(2, "59.90")
            .line(1, "12.90")
            .charge(Charge.Kind.SHIPPING, "4.90")
            .order();
    Order taxed = TaxFromRates.taxed(untaxed, line -> line.position() == 1 ? STANDARD : REDUCED);

    List<TaxLine> charged =
        TaxReversal.summed(
            java.util.stream.Stream.concat(
                    taxed.lines().stream().flatMap(line -> line.taxes().stream()),
                    taxed.charges().stream().flatMap(charge -> charge.taxes().stream()))
                .toList());
    assertThat(at(charged, "19")).isEqualTo(euro("10.21"));
    assertThat(at(charged, "7")).isEqualTo(euro("0.90"));
    assertThat(taxed.total()).isEqualTo(euro("77.70"));
    // 59.90 · 19/119 = 9.5639 → 9.56, so that delivery has 10.21 − 9.56 = 0.65.
    assertThat(taxed.lines().get(0).taxes().get(0).amount()).isEqualTo(euro("9.56"));
    assertThat(taxed.charges().get(0).taxes())
        .extracting(TaxLine::amount)
        .containsExactly(euro("0.65"), euro("0.06"));
  }

  /** 59.90 with 9.56 over two units: 4.78 each; 29.95 − 4.78 = 25.17; no delivery comes back. */
  @Test
  void e_7_one_of_two_before_dispatch() {
    TaxedOrders order = e6();
    Reversal reversal = order.units(1, 1).reversal(List.of(), euro("0"));

    assertThat(reversal.gross()).isEqualTo(euro("29.95"));
    assertThat(at(reversal.reversed(), "19")).isEqualTo(euro("4.78"));
    assertThat(reversal.items().get(0).net(reversal.supply().basis())).isEqualTo(euro("25.17"));
  }

  /** 29.95 + 12.90 + 4.90 = 47.75; 19 %: 4.78 + 0.65 = 5.43; 7 %: 0.84 + 0.06 = 0.90. */
  @Test
  void e_8_then_the_rest() {
    TaxedOrders order = e6();
    Reversal first = order.units(1, 1).reversal(List.of(), euro("0"));
    Reversal rest = order.rest().reversal(List.of(), first.repaid());

    assertThat(rest.gross()).isEqualTo(euro("47.75"));
    assertThat(rest.items())
        .extracting(ReversedItem::amount)
        .containsExactly(euro("29.95"), euro("12.90"), euro("4.90"));
    assertThat(rest.items().get(0).net(rest.supply().basis())).isEqualTo(euro("25.17"));
    assertThat(rest.items().get(1).net(rest.supply().basis())).isEqualTo(euro("12.06"));
    assertThat(at(rest.reversed(), "19")).isEqualTo(euro("5.43"));
    assertThat(at(rest.reversed(), "7")).isEqualTo(euro("0.90"));
    assertThat(first.repaid().plus(rest.repaid())).isEqualTo(euro("77.70"));
  }

  /** 29.97 · 19/119 = 4.7851 → 4.79; thirds 1.5967, 3.1933, 4.79 → 1.60, 3.19, 4.79. */
  @Test
  void e_9_one_by_one() {
    TaxedOrders order = TaxedOrders.in("EUR").line(3, "29.97", tax("DE-VAT", "19", "4.79 EUR"));

    assertThat(RateTax.contained(euro("29.97"), new BigDecimal("19"), RoundingMode.HALF_UP))
        .isEqualTo(euro("4.79"));
    for (String credited : List.of("1.60", "1.59", "1.60")) {
      Reversal reversal = order.units(1, 1).reversal(List.of(), euro("0"));
      assertThat(at(reversal.reversed(), "19")).isEqualTo(euro(credited));
      assertThat(order.ruling(order.units(1, 0)).document()).isEqualTo(DocumentKind.CREDIT_NOTE);
    }
  }

  /** 59.90/6 = 9.9833; 59.90 · 25.5/125.5 = 12.1709; 14 990 · 27/127 = 3 186.8504. */
  @Test
  void e_10_rates_of_the_place() {
    LocalDate day = LocalDate.of(2026, 11, 22);

    assertThat(contained("FR", "59.90 EUR", day)).isEqualTo(euro("9.98"));
    assertThat(contained("FI", "59.90 EUR", day)).isEqualTo(euro("12.17"));
    assertThat(contained("HU", "14990.00 HUF", day)).isEqualTo(Money.parse("3186.85 HUF"));
  }

  private static Money contained(String country, String gross, LocalDate on) {
    Jurisdiction place = Jurisdiction.of(country);
    TaxRate rate = Regimes.of(place).rates(place, on).get(0);
    return RateTax.contained(Money.parse(gross), rate.percent(), RoundingMode.HALF_UP);
  }

  /** 3.33 each with 0.01 left, to the first of equals; 4.0317 and 0.8683 → 4.03 and 0.86 + 0.01. */
  @Test
  void e_11_largest_remainder() {
    assertThat(LargestRemainder.shares(euro("10.00"), List.of(1999L, 1999L, 1999L)))
        .containsExactly(euro("3.34"), euro("3.33"), euro("3.33"));
    assertThat(LargestRemainder.shares(euro("4.90"), List.of(5990L, 1290L)))
        .containsExactly(euro("4.03"), euro("0.87"));
    assertThat(LargestRemainder.shares(euro("-10.00"), List.of(1L, 1L, 1L)))
        .containsExactly(euro("-3.34"), euro("-3.33"), euro("-3.33"));
  }

  /** Between businesses 15.00 is compensation: no tax in it, all tax on the goods comes back. */
  @Test
  void e_12_fee_of_a_business() {
    TaxedOrders order =
        TaxedOrders.in("EUR")
            .business("DE811907980")
            .line(1, "119.00", tax("DE-VAT", "19", "19.00 EUR"));
    Undoing undoing = order.rest();
    Withheld fee = fee(undoing, "15.00").get(0);
    Reversal reversal = undoing.reversal(List.of(fee), euro("0"));

    assertThat(fee.taxes()).isEmpty();
    assertThat(reversal.repaid()).isEqualTo(euro("104.00"));
    assertThat(at(reversal.reversed(), "19")).isEqualTo(euro("19.00"));
    assertThat(order.ruling(undoing, fee).findings())
        .containsExactly(Finding.of(ReasonCode.TAX_FEE_UNREVIEWED, "place", "DE"));
  }

  @Test
  void e_12_no_fee_of_a_consumer() {
    TaxedOrders order = TaxedOrders.in("EUR").line(1, "119.00", tax("DE-VAT", "19", "19.00 EUR"));
    Undoing undoing = order.rest();
    Withheld fee = fee(undoing, "15.00").get(0);

    assertThat(fee.taxes()).isEmpty();
    assertThat(order.ruling(undoing, fee).findings())
        .containsExactly(Finding.of(ReasonCode.TAX_FEE_FORBIDDEN));
    assertThat(order.ruling(undoing).findings()).isEmpty();
  }

  private static List<Withheld> fee(Undoing undoing, String amount) {
    return Withholding.of(
        undoing,
        Regimes.of(undoing.supply()),
        List.of(new Withholding.Ask(Withheld.Kind.FEE, "HANDLING", euro(amount))),
        List.of());
  }

  /** Two HS codes: 6.00 duty, and 20 % of it: 1.20; it comes back before import. */
  @Test
  void eu_duty_comes_back_whole_and_after_import_on_claim() {
    TaxedOrders order = duty();
    Reversal reversal = order.rest().reversal(List.of(), euro("0"));
    ReversedItem duty = reversal.items().get(1);

    assertThat(RateTax.onTop(euro("6.00"), new BigDecimal("20"), RoundingMode.HALF_UP))
        .isEqualTo(euro("1.20"));
    assertThat(duty.gross(reversal.supply().basis())).isEqualTo(euro("7.20"));
    assertThat(at(reversal.reversed(), "20")).isEqualTo(euro("11.20"));
    assertThat(duty().ruling(duty().rest()).findings()).isEmpty();
    TaxedOrders imported = duty().moved();
    assertThat(imported.ruling(imported.rest()).findings())
        .containsExactly(Finding.of(ReasonCode.TAX_DUTY_CLAIM));
  }

  private static TaxedOrders duty() {
    return TaxedOrders.in("EUR")
        .from("CN")
        .net()
        .line(2, "50.00", tax("FR-VAT", "20", "10.00 EUR"))
        .charge(Charge.Kind.DUTY, "6.00", tax("FR-VAT", "20", "1.20 EUR"));
  }

  /** The fourth quarter's return was due on 2027-01-31. */
  @Test
  void one_stop_shop_corrects_within_three_years() {
    TaxedOrders order =
        TaxedOrders.in("EUR")
            .registered("OSS-DE", "DE123456789")
            .line(1, "59.90", tax("FR-VAT", "20", "9.98 EUR"));

    Ruling early = order.ruling(order.undoneAt("2027-02-03T09:00:00Z").rest());
    assertThat(early.lastDay()).contains(LocalDate.of(2030, 1, 31));
    assertThat(early.findings()).isEmpty();
    assertThat(early.facts())
        .containsEntry("scheme", "OSS")
        .containsEntry("memberState", "FR")
        .containsEntry("period", "2026-Q4")
        .containsEntry("reportIn", "2027-Q1")
        .containsEntry("refundFirst", "true");
    assertThat(found(order, "2029-12-01T09:00:00Z")).containsExactly(ReasonCode.TAX_DEADLINE_NEAR);
    assertThat(found(order, "2030-01-31T09:00:00Z")).containsExactly(ReasonCode.TAX_DEADLINE_NEAR);
    assertThat(found(order, "2030-02-01T09:00:00Z")).containsExactly(ReasonCode.TAX_DEADLINE_OVER);
  }

  private static List<ReasonCode> found(TaxedOrders order, String at) {
    return order.ruling(order.undoneAt(at).units(1, 0)).findings().stream()
        .map(Finding::code)
        .toList();
  }

  @Test
  void import_one_stop_shop_counts_months() {
    TaxedOrders order =
        TaxedOrders.in("EUR")
            .from("CN")
            .registered("IOSS", "IM2760000000")
            .line(1, "60.00", tax("FR-VAT", "20", "10.00 EUR"));

    Ruling ruling = order.ruling(order.rest());
    assertThat(ruling.facts()).containsEntry("period", "2026-11").containsEntry("scheme", "IOSS");
    // Due on 2026-12-31.
    assertThat(ruling.lastDay()).contains(LocalDate.of(2029, 12, 31));
  }

  @Test
  void no_document_is_demanded_where_nothing_was_invoiced() {
    TaxedOrders order =
        TaxedOrders.in("EUR").notInvoiced().line(1, "11.90", tax("DE-VAT", "19", "1.90 EUR"));

    Ruling ruling = order.ruling(order.rest());
    assertThat(ruling.required()).isFalse();
    assertThat(ruling.facts()).doesNotContainKey("original");
  }

  /** 49.99/6 = 8.33; 99.98/6 = 16.663 → 16.66, of which one unit has 8.33 and the other 8.33. */
  @Test
  void uk_1_a_sixth_and_cumulative() {
    TaxedOrders order =
        TaxedOrders.in("GBP").to("GB", "").line(2, "99.98", tax("GB-VAT", "20", "16.66 GBP"));

    assertThat(contained("GB", "49.99 GBP", LocalDate.of(2026, 11, 22)))
        .isEqualTo(Money.parse("8.33 GBP"));
    for (int i = 0; i < 2; i++) {
      Ruling ruling = order.ruling(order.units(1, 1));
      assertThat(of(ruling.taxes(), "GB-VAT")).contains(Money.parse("8.33 GBP"));
      assertThat(ruling.document()).isEqualTo(DocumentKind.CREDIT_NOTE);
      assertThat(ruling.required()).isTrue();
      assertThat(ruling.lastDay()).contains(LocalDate.of(2026, 12, 6));
      assertThat(ruling.facts())
          .containsEntry("original", "INV-1")
          .containsEntry("originalOn", "2026-11-20")
          .containsEntry("reason", "CANCELLED");
    }
  }

  /**
   * 119.90 · 8.1/108.1 = 8.9842 → 8.98, of which one of two has 4.49; 10.00 · 2.6/102.6 = 0.2534.
   */
  @Test
  void ch_1_with_a_card_and_in_cash() {
    TaxedOrders order =
        TaxedOrders.in("CHF").to("CH", "").line(2, "119.90", tax("CH-VAT", "8.1", "8.98 CHF"));

    assertThat(contained("CH", "119.90 CHF", LocalDate.of(2026, 11, 22)))
        .isEqualTo(Money.parse("8.98 CHF"));
    Reversal one = order.units(1, 1).reversal(List.of(), Money.of(0, "CHF"));
    assertThat(one.gross()).isEqualTo(Money.parse("59.95 CHF"));
    assertThat(of(one.reversed(), "CH-VAT")).contains(Money.parse("4.49 CHF"));
    assertThat(
            RateTax.contained(
                Money.parse("10.00 CHF"), new BigDecimal("2.6"), RoundingMode.HALF_UP))
        .isEqualTo(Money.parse("0.25 CHF"));
  }

  /** Rounding is no computation of ours: it comes back as it was charged, untaxed. */
  @Test
  void ch_1_cash_rounding_comes_back_as_charged() {
    TaxedOrders down =
        TaxedOrders.in("CHF")
            .to("CH", "")
            .line(1, "12.32", tax("CH-VAT", "8.1", "0.92 CHF"))
            .charge(Charge.Kind.ROUNDING, "-0.02");
    TaxedOrders up =
        TaxedOrders.in("CHF")
            .to("CH", "")
            .line(1, "12.33", tax("CH-VAT", "8.1", "0.92 CHF"))
            .charge(Charge.Kind.ROUNDING, "0.02");

    assertThat(down.rest().reversal(List.of(), Money.of(0, "CHF")).repaid())
        .isEqualTo(Money.parse("12.30 CHF"));
    assertThat(up.rest().reversal(List.of(), Money.of(0, "CHF")).repaid())
        .isEqualTo(Money.parse("12.35 CHF"));
  }

  /** 499/5 = 99.80; 100 · 15/115 = 13.0435. */
  @Test
  void no_1_two_rates() {
    TaxedOrders order =
        TaxedOrders.in("NOK")
            .to("NO", "")
            .registered("VOEC", "2030001")
            .line(1, "499.00", tax("NO-VAT", "25", "99.80 NOK"))
            .line(1, "100.00", tax("NO-VAT", "15", "13.04 NOK"));

    assertThat(contained("NO", "499.00 NOK", LocalDate.of(2026, 11, 22)))
        .isEqualTo(Money.parse("99.80 NOK"));
    assertThat(
            RateTax.contained(
                Money.parse("100.00 NOK"), new BigDecimal("15"), RoundingMode.HALF_UP))
        .isEqualTo(Money.parse("13.04 NOK"));
    Ruling ruling = order.ruling(order.rest());
    assertThat(ruling.taxes())
        .extracting(TaxLine::amount)
        .containsExactly(Money.parse("99.80 NOK"), Money.parse("13.04 NOK"));
    assertThat(ruling.facts()).containsEntry("scheme", "VOEC").containsEntry("reportIn", "2026-Q4");
  }

  /** An order of a consumer with prices that contain a tax which it does not tell. */
  @Test
  void tax_is_reckoned_only_where_none_was_told_and_then_said() {
    TaxedOrders order = TaxedOrders.in("EUR").line(3, "29.97").charge(Charge.Kind.SHIPPING, "4.90");
    List<OrderLine> told = order.order().lines();

    Undoing undoing = order.rest();
    // 29.97 · 19/119 = 4.7851; 34.87 · 19/119 = 5.5675 → 5.57.
    assertThat(at(undoing.reversal(List.of(), euro("0")).reversed(), "19")).isEqualTo(euro("5.57"));
    assertThat(order.ruling(undoing).findings())
        .containsExactly(Finding.of(ReasonCode.TAX_FROM_RATE, "place", "DE"));
    assertThat(told).allSatisfy(line -> assertThat(line.taxes()).isEmpty());
    TaxedOrders business = TaxedOrders.in("EUR").business("ATU1234").line(1, "10.00");
    assertThat(business.rest().reversal(List.of(), euro("0")).reversed()).isEmpty();
    TaxedOrders net = TaxedOrders.in("EUR").net().line(1, "10.00");
    assertThat(net.rest().reversal(List.of(), euro("0")).reversed()).isEmpty();
  }
}
