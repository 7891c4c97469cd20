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
import org.countermand.order.model.TaxLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples of the Americas, Australia and New Zealand, by their numbers. */
class AmericanExamplesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static Withheld fee(Undoing undoing, Money amount) {
    return Withholding.of(
            undoing,
            Regimes.of(undoing.supply()),
            List.of(new Withholding.Ask(Withheld.Kind.FEE, "RESTOCK", amount)),
            List.of())
        .get(0);
  }

  private static Money repaid(TaxedOrders order, String fee) {
    Undoing undoing = order.rest();
    return undoing.reversal(List.of(fee(undoing, order.money(fee))), order.money("0.00")).repaid();
  }

  private static List<ReasonCode> codes(Ruling ruling) {
    return ruling.findings().stream().map(Finding::code).toList();
  }

  private static TaxedOrders state(String state, String net, String percent, String tax) {
    return TaxedOrders.in("USD")
        .to("US", state)
        .net()
        .line(1, net, tax("US-" + state + "-SALES", percent, tax + " USD"));
  }

  /** 200 + 16.50 − 30: all of the tax, and a fee that is no part of the price. */
  @Test
  void b_6_california() {
    TaxedOrders order = state("CA", "200.00", "8.25", "16.50");
    Undoing undoing = order.rest();
    Withheld fee = fee(undoing, order.money("30.00"));

    assertThat(repaid(state("CA", "200.00", "8.25", "16.50"), "30.00"))
        .isEqualTo(Money.parse("186.50 USD"));
    assertThat(of(order.ruling(undoing, fee).taxes(), "US-CA-SALES"))
        .contains(Money.parse("16.50 USD"));
    assertThat(order.ruling(undoing, fee).findings())
        .containsExactly(Finding.of(ReasonCode.TAX_FEE_PROOF, "place", "US-CA"));
    assertThat(order.ruling(undoing).findings()).isEmpty();
  }

  /** 85.00 + 7.57 − 10.00. */
  @Test
  void b_6_washington() {
    TaxedOrders order = state("WA", "85.00", "8.9", "7.57");

    assertThat(repaid(order, "10.00")).isEqualTo(Money.parse("82.57 USD"));
  }

  /** 170 · 1.0825 = 184.025 → 170 + 14.03; kept with the fee 16.50 − 14.03 = 2.47. */
  @Test
  void b_6_new_york() {
    TaxedOrders order = state("NY", "200.00", "8.25", "16.50");
    Undoing undoing = order.rest();
    Withheld fee = fee(undoing, order.money("30.00"));

    assertThat(repaid(state("NY", "200.00", "8.25", "16.50"), "30.00"))
        .isEqualTo(Money.parse("184.03 USD"));
    assertThat(fee.amount()).isEqualTo(Money.parse("32.47 USD"));
    assertThat(of(fee.taxes(), "US-NY-SALES")).contains(Money.parse("2.47 USD"));
    assertThat(of(order.ruling(undoing, fee).taxes(), "US-NY-SALES"))
        .contains(Money.parse("14.03 USD"));
    assertThat(order.ruling(undoing, fee).findings())
        .containsExactly(Finding.of(ReasonCode.TAX_FEE_UNREVIEWED, "place", "US-NY"));
  }

  @Test
  void b_6_a_state_without_known_rule_gives_all_tax_back_and_says_so() {
    TaxedOrders order = state("TX", "200.00", "8.25", "16.50");
    Undoing undoing = order.rest();
    Withheld fee = fee(undoing, order.money("30.00"));

    assertThat(fee.taxes()).isEmpty();
    assertThat(codes(order.ruling(undoing, fee))).containsExactly(ReasonCode.TAX_FEE_UNREVIEWED);
  }

  /**
   * 99.99: 4 % = 3.9996, 4.5 % = 4.4996, 0.375 % = 0.37496 → 4.00 + 4.50 + 0.37 = 8.87. They come
   * back as they were charged, each to its authority.
   */
  @Test
  void b_6_stack_of_new_york_city() {
    assertThat(onTop("99.99", "4")).isEqualTo(Money.parse("4.00 USD"));
    assertThat(onTop("99.99", "4.5")).isEqualTo(Money.parse("4.50 USD"));
    assertThat(onTop("99.99", "0.375")).isEqualTo(Money.parse("0.37 USD"));
    TaxedOrders order =
        TaxedOrders.in("USD")
            .to("US", "NY")
            .net()
            .line(
                1,
                "99.99",
                tax("US-NY-STATE", "4", "4.00 USD"),
                tax("US-NY-NYC", "4.5", "4.50 USD"),
                tax("US-NY-MCTD", "0.375", "0.37 USD"));
    Reversal reversal = order.rest().reversal(List.of(), order.money("0.00"));
    assertThat(reversal.reversed()).extracting(TaxLine::authority).hasSize(3);
    assertThat(reversal.repaid()).isEqualTo(Money.parse("108.86 USD"));
    assertThat(order.ruling(order.units(1, 0)).document()).isEqualTo(DocumentKind.REFUND_STATEMENT);
  }

  /**
   * 1.15 · 8.875 % = 0.102 → 0.10 a line; 3.45 · 8.875 % = 0.3062 → 0.31: thirds 0.10 0.11 0.10.
   */
  @Test
  void b_6_stack_rounded_per_line_or_per_invoice() {
    assertThat(onTop("1.15", "8.875")).isEqualTo(Money.parse("0.10 USD"));
    assertThat(onTop("3.45", "8.875")).isEqualTo(Money.parse("0.31 USD"));
    TaxedOrders invoice = state("NY", "1.15", "8.875", "0.10");
    assertThat(of(invoice.ruling(invoice.rest()).taxes(), "US-NY-SALES"))
        .contains(Money.parse("0.10 USD"));
    TaxedOrders units =
        TaxedOrders.in("USD")
            .to("US", "NY")
            .net()
            .line(3, "3.45", tax("US-NY-SALES", "8.875", "0.31 USD"));
    for (String part : List.of("0.10", "0.11", "0.10")) {
      assertThat(of(units.ruling(units.units(1, 1)).taxes(), "US-NY-SALES"))
          .contains(Money.parse(part + " USD"));
    }
  }

  private static Money onTop(String net, String percent) {
    return RateTax.onTop(Money.parse(net + " USD"), new BigDecimal(percent), RoundingMode.HALF_UP);
  }

  @Test
  void b_6_states_limit_the_deduction() {
    TaxedOrders order = state("MA", "10.00", "6.25", "0.63");

    assertThat(order.ruling(order.rest()).lastDay()).contains(LocalDate.of(2027, 2, 18));
    TaxedOrders late = state("MA", "10.00", "6.25", "0.63").undoneAt("2027-02-19T18:00:00Z");
    assertThat(codes(late.ruling(late.rest()))).containsExactly(ReasonCode.TAX_DEADLINE_OVER);
  }

  /** 110/11 = 10.00; 71.50/11 = 6.50; 99.95/11 = 9.0864. */
  @Test
  void au_1_an_eleventh_and_a_fee() {
    assertThat(contained("AU", "110.00 AUD")).isEqualTo(Money.parse("10.00 AUD"));
    assertThat(contained("AU", "71.50 AUD")).isEqualTo(Money.parse("6.50 AUD"));
    assertThat(contained("AU", "99.95 AUD")).isEqualTo(Money.parse("9.09 AUD"));
    TaxedOrders order = australia("110.00", "10.00");
    Undoing undoing = order.rest();
    // 22.00/11 = 2.00 stays with the fee; 8.00 comes back on a note of 88.00.
    Withheld fee = fee(undoing, order.money("22.00"));
    Ruling ruling = order.ruling(undoing, fee);
    assertThat(of(fee.taxes(), "AU-GST")).contains(Money.parse("2.00 AUD"));
    assertThat(of(ruling.taxes(), "AU-GST")).contains(Money.parse("8.00 AUD"));
    assertThat(ruling.facts())
        .containsEntry("priceDifference", "88.00 AUD")
        .containsEntry("taxDifference", "8.00 AUD");
  }

  private static TaxedOrders australia(String gross, String gst) {
    return TaxedOrders.in("AUD")
        .to("AU", "")
        .registered("AU-ABN", "51824753556")
        .line(1, gross, tax("AU-GST", "10", gst + " AUD"));
  }

  @Test
  void australia_demands_a_note_above_75_within_28_days() {
    TaxedOrders small = australia("75.00", "6.82");
    TaxedOrders more = australia("75.01", "6.82");

    assertThat(small.ruling(small.rest()).required()).isFalse();
    Ruling ruling = more.ruling(more.rest());
    assertThat(ruling.required()).isTrue();
    assertThat(ruling.document()).isEqualTo(DocumentKind.ADJUSTMENT_NOTE);
    assertThat(ruling.lastDay()).contains(LocalDate.of(2026, 12, 20));
  }

  /** 115 · 3/23 = 15.00; 49.99 · 3/23 = 6.5204. */
  @Test
  void nz_1_three_twenty_thirds() {
    assertThat(contained("NZ", "115.00 NZD")).isEqualTo(Money.parse("15.00 NZD"));
    assertThat(contained("NZ", "49.99 NZD")).isEqualTo(Money.parse("6.52 NZD"));
    TaxedOrders order =
        TaxedOrders.in("NZD")
            .to("NZ", "")
            .registered("NZ-GST", "123456789")
            .line(1, "115.00", tax("NZ-GST", "15", "15.00 NZD"));
    Ruling ruling = order.ruling(order.rest());
    assertThat(ruling.document()).isEqualTo(DocumentKind.SUPPLY_CORRECTION);
    assertThat(of(ruling.taxes(), "NZ-GST")).contains(Money.parse("15.00 NZD"));
  }

  private static Money contained(String country, String gross) {
    Jurisdiction place = Jurisdiction.of(country);
    TaxRate rate = Regimes.of(place).rates(place, DAY).get(0);
    return RateTax.contained(Money.parse(gross), rate.percent(), RoundingMode.HALF_UP);
  }

  /**
   * 79.99: 13 % = 10.3987; 14 % = 11.1986; 5 % = 3.9995 and 7 % = 5.5993; 9.975 % = 7.9790, of the
   * price without GST.
   */
  @ParameterizedTest
  @CsvSource({"ON,10.40,", "NS,11.20,", "BC,4.00,5.60", "QC,4.00,7.98"})
  void ca_1_rates_of_the_provinces(String province, String first, String second) {
    Jurisdiction place = new Jurisdiction("CA", province);
    List<Money> taxes =
        Regimes.of(place).rates(place, DAY).stream()
            .map(
                rate ->
                    RateTax.onTop(Money.parse("79.99 CAD"), rate.percent(), RoundingMode.HALF_UP))
            .toList();

    assertThat(taxes.get(0)).isEqualTo(Money.parse(first + " CAD"));
    assertThat(taxes).hasSize(second == null ? 1 : 2);
    if (second != null) {
      assertThat(taxes.get(1)).isEqualTo(Money.parse(second + " CAD"));
    }
  }

  private static TaxedOrders canada(TaxLine... taxes) {
    return TaxedOrders.in("CAD")
        .to("CA", "")
        .registered("CA-BN", "123456789RT0001")
        .net()
        .line(1, "100.00", taxes);
  }

  /** 30 · 13/113 = 3.4513; 30 · 14/114 = 3.6842. */
  @Test
  void ca_2_a_forfeited_amount_contains_its_tax() {
    TaxedOrders ontario = canada(tax("CA-ON-HST", "13", "13.00 CAD"));
    TaxedOrders novaScotia = canada(tax("CA-NS-HST", "14", "14.00 CAD"));

    assertThat(of(fee(ontario.rest(), ontario.money("30.00")).taxes(), "CA-ON-HST"))
        .contains(Money.parse("3.45 CAD"));
    assertThat(of(fee(novaScotia.rest(), novaScotia.money("30.00")).taxes(), "CA-NS-HST"))
        .contains(Money.parse("3.68 CAD"));
  }

  /** 30 · 5/105 = 1.4286; the provincial sales tax comes back whole. */
  @Test
  void ca_2_but_no_provincial_sales_tax() {
    TaxedOrders order = canada(tax("CA-GST", "5", "5.00 CAD"), tax("CA-BC-PST", "7", "7.00 CAD"));
    Undoing undoing = order.rest();
    Withheld fee = fee(undoing, order.money("30.00"));

    assertThat(undoing.supply().place()).isEqualTo(new Jurisdiction("CA", "BC"));
    assertThat(fee.taxes()).containsExactly(tax("CA-GST", "5", "1.43 CAD"));
    assertThat(of(order.ruling(undoing, fee).taxes(), "CA-BC-PST"))
        .contains(Money.parse("7.00 CAD"));
  }

  @Test
  void canada_limits_by_what_was_overcharged_or_reduced() {
    TaxedOrders before = canada(tax("CA-ON-HST", "13", "13.00 CAD"));
    TaxedOrders after = canada(tax("CA-ON-HST", "13", "13.00 CAD")).moved();

    Ruling overcharged = before.ruling(before.rest());
    assertThat(overcharged.document()).isEqualTo(DocumentKind.TAX_CREDIT_NOTE);
    assertThat(overcharged.lastDay()).contains(LocalDate.of(2028, 11, 20));
    assertThat(overcharged.facts()).containsEntry("taxAdjusted", "13.00 CAD");
    assertThat(after.ruling(after.rest()).lastDay()).contains(LocalDate.of(2030, 11, 22));
    TaxedOrders late = canada(tax("CA-ON-HST", "13", "13.00 CAD")).undoneAt("2028-11-21T18:00:00Z");
    assertThat(codes(late.ruling(late.rest()))).containsExactly(ReasonCode.TAX_DEADLINE_OVER);
  }

  private static TaxedOrders mexico() {
    return TaxedOrders.in("MXN")
        .to("MX", "")
        .invoiced("5FB2822E-396D-4725-8521-CDC4BDD20CCF", "2026-11-20")
        .line(1, "499.00", tax("MX-IVA", "16", "68.83 MXN"));
  }

  /** 499 · 16/116 = 68.8276; 499 − 68.83 = 430.17. */
  @Test
  void mx_1_base_and_tax() {
    TaxedOrders order = mexico().moved();
    Reversal reversal = order.rest().reversal(List.of(), order.money("0.00"));
    Ruling egreso = order.ruling(order.units(1, 0));

    assertThat(contained("MX", "499.00 MXN")).isEqualTo(Money.parse("68.83 MXN"));
    assertThat(reversal.items().get(0).net(reversal.supply().basis()))
        .isEqualTo(Money.parse("430.17 MXN"));
    assertThat(of(reversal.reversed(), "MX-IVA")).contains(Money.parse("68.83 MXN"));
    assertThat(egreso.document()).isEqualTo(DocumentKind.CFDI_EGRESO);
    assertThat(egreso.facts())
        .containsEntry("relation", "03")
        .containsEntry("use", "S01")
        .containsEntry("uuid", "5FB2822E-396D-4725-8521-CDC4BDD20CCF");
  }

  @Test
  void mexico_cancels_what_was_not_carried_out_in_its_fiscal_year() {
    TaxedOrders order = mexico();
    Ruling ruling = order.ruling(order.rest());

    assertThat(ruling.document()).isEqualTo(DocumentKind.CFDI_CANCELLATION);
    assertThat(ruling.facts()).containsEntry("motive", "03");
    assertThat(ruling.lastDay()).contains(LocalDate.of(2026, 12, 31));
    assertThat(ruling.findings()).isEmpty();
    TaxedOrders near = mexico().undoneAt("2026-12-28T18:00:00Z");
    assertThat(codes(near.ruling(near.rest()))).containsExactly(ReasonCode.TAX_DEADLINE_NEAR);
    TaxedOrders late = mexico().undoneAt("2027-01-02T18:00:00Z");
    Ruling over = late.ruling(late.rest());
    assertThat(over.document()).isEqualTo(DocumentKind.CFDI_EGRESO);
    assertThat(over.facts()).containsEntry("relation", "01");
    assertThat(codes(over)).containsExactly(ReasonCode.TAX_DEADLINE_OVER);
  }

  /** A part, or what follows a part, cannot cancel the CFDI of the whole. */
  @Test
  void mexico_credits_a_part() {
    TaxedOrders order = mexico().line(2, "50.00", tax("MX-IVA", "16", "6.90 MXN"));

    assertThat(order.ruling(order.units(1, 1)).document()).isEqualTo(DocumentKind.CFDI_EGRESO);
    Reversal rest = order.rest().reversal(List.of(), order.money("499.00"));
    assertThat(Regimes.rule(rest, order.seller()).document()).isEqualTo(DocumentKind.CFDI_EGRESO);
  }

  /** Friday 2026-11-20: until Monday nobody is asked, nor ever for 1 000 or the general public. */
  @Test
  void mexico_asks_the_recipient() {
    assertThat(asked("1000.01", "AAA010101AAA", "2026-11-24T18:00:00Z")).isTrue();
    assertThat(asked("1000.01", "AAA010101AAA", "2026-11-23T18:00:00Z")).isFalse();
    assertThat(asked("1000.00", "AAA010101AAA", "2026-11-24T18:00:00Z")).isFalse();
    assertThat(asked("1000.01", "XAXX010101000", "2026-11-24T18:00:00Z")).isFalse();
  }

  private static boolean asked(String gross, String taxId, String at) {
    TaxedOrders order =
        TaxedOrders.in("MXN")
            .to("MX", "")
            .business(taxId)
            .invoiced("5FB2822E-396D-4725-8521-CDC4BDD20CCF", "2026-11-20")
            .undoneAt(at)
            .line(1, gross, tax("MX-IVA", "16", "137.93 MXN"));
    return codes(order.ruling(order.rest())).contains(ReasonCode.TAX_ACCEPTANCE_NEEDED);
  }

  private static TaxedOrders brazil(String state, String at) {
    return TaxedOrders.in("BRL")
        .to("BR", state)
        .placed("2026-11-20T18:00:00Z")
        .invoiced("35261112345678000195550010000000011000000018", "2026-11-20")
        .undoneAt(at)
        .line(2, "200.00", tax("BR-" + state + "-ICMS", "18", "36.00 BRL"));
  }

  /**
   * The NF-e is not older than the order of 18:00 UTC, and as old as full days say at least. 24 h:
   * until 18:00 the next day surely, then perhaps; two days later surely not.
   */
  @ParameterizedTest
  @CsvSource({
    "RJ,2026-11-21T18:00:00Z,NFE_CANCELLATION,",
    "RJ,2026-11-21T18:00:01Z,NFE_REVERSAL,TAX_HOURS_UNCLEAR",
    "RJ,2026-11-23T18:00:00Z,NFE_REVERSAL,",
    "MT,2026-11-20T20:00:00Z,NFE_CANCELLATION,",
    "MT,2026-11-20T20:00:01Z,NFE_REVERSAL,TAX_HOURS_UNCLEAR",
    "MT,2026-11-22T20:00:00Z,NFE_REVERSAL,",
    "SP,2026-11-21T18:00:00Z,NFE_CANCELLATION,",
    "SP,2026-12-01T18:00:00Z,NFE_CANCELLATION,TAX_CANCELLED_LATE",
    "SP,2026-12-20T18:00:00Z,NFE_REVERSAL,",
    "PR,2026-11-27T18:00:00Z,NFE_CANCELLATION,",
    "PR,2026-11-30T18:00:00Z,NFE_REVERSAL,",
    "RS,2026-11-27T18:00:00Z,NFE_CANCELLATION,",
    "RO,2026-12-20T18:00:00Z,NFE_CANCELLATION,",
    "PI,2027-01-19T18:00:00Z,NFE_CANCELLATION,",
    "PI,2027-01-25T18:00:00Z,NFE_REVERSAL,"
  })
  void brazil_by_the_hours_of_the_state(
      String state, String at, DocumentKind document, ReasonCode finding) {
    TaxedOrders order = brazil(state, at);
    Ruling ruling = order.ruling(order.rest());

    assertThat(ruling.document()).isEqualTo(document);
    assertThat(codes(ruling)).isEqualTo(finding == null ? List.of() : List.of(finding));
    assertThat(ruling.facts())
        .containsEntry("state", state)
        .containsEntry("key", "35261112345678000195550010000000011000000018");
  }

  @Test
  void brazil_returns_what_has_moved_and_asks_about_a_part() {
    TaxedOrders moved = brazil("SP", "2026-11-20T19:00:00Z").moved();
    Ruling ruling = moved.ruling(moved.rest());
    TaxedOrders part = brazil("SP", "2026-11-20T19:00:00Z");

    assertThat(ruling.document()).isEqualTo(DocumentKind.NFE_RETURN);
    assertThat(ruling.facts()).containsEntry("purpose", "4").containsEntry("issuer", "SELLER");
    assertThat(codes(part.ruling(part.units(1, 1)))).containsExactly(ReasonCode.TAX_PARTLY_UNDONE);
  }
}
