package org.countermand.tax.ubl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.tax.model.TaxedOrders.tax;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Regimes;
import org.countermand.tax.model.Rendering;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.ReversedItem;
import org.countermand.tax.model.TaxedOrders;
import org.countermand.tax.model.Undoing;
import org.countermand.tax.model.Withheld;
import org.countermand.tax.model.Withholding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples as UBL, against the official rules and by their numbers. */
class UblCreditNotesTest {

  private final UblCreditNotes form = new UblCreditNotes(UblCreditNotes.EN_16931);

  /** 2 × 29.95 at 19 %, 12.90 at 7 %, delivery 4.90. */
  private static TaxedOrders e6() {
    return german()
        .line(2, "59.90", tax("DE-VAT", "19", "9.56 EUR"))
        .line(1, "12.90", tax("DE-VAT", "7", "0.84 EUR"))
        .charge(
            Charge.Kind.SHIPPING,
            "4.90",
            tax("DE-VAT", "19", "0.65 EUR"),
            tax("DE-VAT", "7", "0.06 EUR"));
  }

  private static TaxedOrders german() {
    return TaxedOrders.in("EUR").registered("VAT-DE", "DE123456789");
  }

  private static CreditDocument document(TaxedOrders order, Undoing undoing, Withheld... kept) {
    return order.document("CN-2026-000001", Locale.GERMAN, undoing, kept);
  }

  /** Written, without any finding of the official rules. */
  private ReadNote valid(CreditDocument document) throws Exception {
    assertThat(form.covers(document)).isTrue();
    Rendering rendering = form.write(document);
    assertThat(OfficialRules.findings(rendering.bytes())).isEmpty();
    return ReadNote.of(rendering.bytes());
  }

  /** Category, rate, taxable, tax of each row. */
  private static List<String> breakdown(ReadNote note) {
    return note.all("TaxTotal/TaxSubtotal").stream()
        .map(
            row ->
                String.join(
                    " ",
                    row.text("TaxCategory/ID"),
                    row.text("TaxCategory/Percent"),
                    row.text("TaxableAmount"),
                    row.text("TaxAmount")))
        .toList();
  }

  private static String total(ReadNote note, String name) {
    return note.text("LegalMonetaryTotal/" + name);
  }

  /** The whole order: 53.72 + 10.21 and 12.87 + 0.90, in all 77.70. */
  @Test
  void e_6_whole_with_delivery_at_two_rates() throws Exception {
    TaxedOrders order = e6();
    ReadNote note = valid(document(order, order.rest()));

    assertThat(breakdown(note)).containsExactly("S 19 53.69 10.21", "S 7 12.90 0.90");
    assertThat(total(note, "TaxExclusiveAmount")).isEqualTo("66.59");
    assertThat(total(note, "PayableAmount")).isEqualTo("77.70");
    assertThat(note.text("CreditNoteLine/ID")).isEqualTo("1|2|3.1|3.2");
    assertThat(note.text("CreditNoteLine/Item/Name")).isEqualTo("Thing|Thing|Versand|Versand");
    assertThat(note.text("CreditNoteTypeCode")).isEqualTo("381");
    assertThat(note.text("BillingReference/InvoiceDocumentReference/ID")).isEqualTo("INV-1");
    assertThat(note.text("BillingReference/InvoiceDocumentReference/IssueDate"))
        .isEqualTo("2026-11-20");
  }

  /** 29.95 = 25.17 + 4.78. */
  @Test
  void e_7_one_of_two() throws Exception {
    TaxedOrders order = e6();
    ReadNote note = valid(document(order, order.units(1, 1)));

    assertThat(breakdown(note)).containsExactly("S 19 25.17 4.78");
    assertThat(total(note, "PayableAmount")).isEqualTo("29.95");
    assertThat(note.text("CreditNoteLine/Price/PriceAmount")).isEqualTo("25.17");
  }

  /** 47.75: tax 5.43 and 0.90. */
  @Test
  void e_8_then_the_rest() throws Exception {
    TaxedOrders order = e6();
    order.units(1, 1);
    ReadNote note = valid(document(order, order.rest()));

    assertThat(note.text("TaxTotal/TaxSubtotal/TaxAmount")).isEqualTo("5.43|0.90");
    assertThat(total(note, "TaxExclusiveAmount")).isEqualTo("41.42");
    assertThat(total(note, "PayableAmount")).isEqualTo("47.75");
  }

  /** 8.39 × 19 % = 1.59, and yet 1.60 comes back, because it was charged. */
  @Test
  void e_9_one_by_one() throws Exception {
    TaxedOrders order = german().line(3, "29.97", tax("DE-VAT", "19", "4.79 EUR"));

    for (String row : List.of("S 19 8.39 1.60", "S 19 8.40 1.59", "S 19 8.39 1.60")) {
      ReadNote note = valid(document(order, order.units(1, 1)));
      assertThat(breakdown(note)).containsExactly(row);
      assertThat(total(note, "PayableAmount")).isEqualTo("9.99");
      assertThat(total(note, "PayableRoundingAmount")).isEmpty();
    }
  }

  /** Three for 25.18 without tax: 8.393… each, so that the price is stated for all three. */
  @Test
  void a_price_is_never_rounded() throws Exception {
    TaxedOrders order = german().line(3, "29.97", tax("DE-VAT", "19", "4.79 EUR"));
    ReadNote note = valid(document(order, order.rest()));

    assertThat(note.text("CreditNoteLine/CreditedQuantity")).isEqualTo("3");
    assertThat(note.text("CreditNoteLine/Price/PriceAmount")).isEqualTo("25.18");
    assertThat(note.text("CreditNoteLine/Price/BaseQuantity")).isEqualTo("3");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "FR, EUR, 59.90, 20, 9.98, 49.92",
    "FI, EUR, 59.90, 25.5, 12.17, 47.73",
    "HU, HUF, 14990.00, 27, 3186.85, 11803.15"
  })
  void e_10_one_stop_shop(
      String country, String currency, String gross, String rate, String amount, String net)
      throws Exception {
    TaxedOrders order =
        TaxedOrders.in(currency)
            .to(country, "")
            .registered("OSS-DE", "DE123456789")
            .line(1, gross, tax(country + "-VAT", rate, amount + " " + currency));
    ReadNote note = valid(document(order, order.rest()));

    assertThat(breakdown(note)).containsExactly("S " + rate + " " + net + " " + amount);
    assertThat(total(note, "PayableAmount")).isEqualTo(gross);
    assertThat(note.text("DocumentCurrencyCode")).isEqualTo(currency);
    assertThat(note.text("AccountingSupplierParty/Party/PartyTaxScheme/CompanyID"))
        .isEqualTo("DE123456789");
    assertThat(note.text("AccountingCustomerParty/Party/PostalAddress/Country/IdentificationCode"))
        .isEqualTo(country);
  }

  @Test
  void uk_1_with_its_reason() throws Exception {
    TaxedOrders order =
        TaxedOrders.in("GBP")
            .from("GB")
            .to("GB", "")
            .registered("VAT-GB", "GB123456789")
            .line(2, "99.98", tax("GB-VAT", "20", "16.66 GBP"));
    for (int i = 0; i < 2; i++) {
      CreditDocument document = order.document("CN-2026-000001", Locale.UK, order.units(1, 1));
      ReadNote note = valid(document);
      assertThat(breakdown(note)).containsExactly("S 20 41.66 8.33");
      assertThat(note.text("Note")).isEqualTo("Reason: the order was cancelled.");
    }
  }

  /** 119.90 with 8.98, in cash 0.05 more: rounding is no price. */
  @Test
  void ch_1_with_cash_rounding() throws Exception {
    TaxedOrders order =
        TaxedOrders.in("CHF")
            .from("CH")
            .to("CH", "")
            .registered("CH-UID", "CHE-123.456.789 MWST")
            .line(1, "12.33", tax("CH-VAT", "8.1", "0.92 CHF"))
            .charge(Charge.Kind.ROUNDING, "0.02");
    ReadNote note = valid(document(order, order.rest()));

    assertThat(breakdown(note)).containsExactly("S 8.1 11.41 0.92");
    assertThat(total(note, "TaxInclusiveAmount")).isEqualTo("12.33");
    assertThat(total(note, "PayableRoundingAmount")).isEqualTo("0.02");
    assertThat(total(note, "PayableAmount")).isEqualTo("12.35");
  }

  @Test
  void ch_1_one_of_two() throws Exception {
    TaxedOrders order =
        TaxedOrders.in("CHF")
            .from("CH")
            .to("CH", "")
            .registered("CH-UID", "CHE-123.456.789 MWST")
            .line(2, "119.90", tax("CH-VAT", "8.1", "8.98 CHF"));

    assertThat(breakdown(valid(document(order, order.units(1, 1)))))
        .containsExactly("S 8.1 55.46 4.49");
  }

  /** 499.00 with 99.80 and 100.00 with 13.04; the number of the register has no country. */
  @Test
  void no_1_two_rates() throws Exception {
    TaxedOrders order =
        TaxedOrders.in("NOK")
            .from("NO")
            .to("NO", "")
            .registered("NO-ORG", "923609016")
            .line(1, "499.00", tax("NO-VAT", "25", "99.80 NOK"))
            .line(1, "100.00", tax("NO-VAT", "15", "13.04 NOK"));
    ReadNote note = valid(document(order, order.rest()));

    assertThat(breakdown(note)).containsExactly("S 25 399.20 99.80", "S 15 86.96 13.04");
    assertThat(total(note, "PayableAmount")).isEqualTo("599.00");
    assertThat(note.text("AccountingSupplierParty/Party/PartyLegalEntity/CompanyID"))
        .isEqualTo("923609016");
  }

  @Test
  void prices_without_tax_of_a_business() throws Exception {
    TaxedOrders order =
        german()
            .net()
            .business("DE811907980")
            .line(7, "100.00", tax("DE-VAT", "19", "19.00 EUR"))
            .charge(Charge.Kind.SHIPPING, "5.00", tax("DE-VAT", "19", "0.95 EUR"));
    ReadNote note = valid(document(order, order.rest()));

    assertThat(breakdown(note)).containsExactly("S 19 105.00 19.95");
    assertThat(total(note, "PayableAmount")).isEqualTo("124.95");
    assertThat(note.text("AccountingCustomerParty/Party/PartyTaxScheme/CompanyID"))
        .isEqualTo("DE811907980");
  }

  private static Withheld[] withheld(Undoing undoing, Withholding.Ask... asks) {
    return Withholding.of(undoing, Regimes.of(undoing.supply()), List.of(asks), List.of())
        .toArray(Withheld[]::new);
  }

  private static Withholding.Ask ask(Withheld.Kind kind, String code, String amount) {
    return new Withholding.Ask(kind, code, Money.parse(amount));
  }

  /** E-12: all tax comes back, and 15.00 are set off against it. */
  @Test
  void a_fee_outside_the_scope_is_set_off() throws Exception {
    TaxedOrders order =
        german().business("DE811907980").line(1, "119.00", tax("DE-VAT", "19", "19.00 EUR"));
    Undoing undoing = order.rest();
    ReadNote note =
        valid(
            document(
                order,
                undoing,
                withheld(undoing, ask(Withheld.Kind.FEE, "HANDLING", "15.00 EUR"))));

    assertThat(breakdown(note)).containsExactly("S 19 100.00 19.00");
    assertThat(total(note, "TaxInclusiveAmount")).isEqualTo("119.00");
    assertThat(total(note, "PrepaidAmount")).isEqualTo("15.00");
    assertThat(total(note, "PayableAmount")).isEqualTo("104.00");
    assertThat(note.text("AllowanceCharge")).isEmpty();
    assertThat(note.text("Note"))
        .isEqualTo(
            "Mit dieser Rechnungskorrektur verrechnet, nicht steuerbar: Gebühr HANDLING, 15.00"
                + " EUR");
  }

  /** A fee with its tax, of a business in the United Kingdom: 12.00 contain 2.00. */
  @Test
  void a_fee_with_tax_reduces_the_credit() throws Exception {
    TaxedOrders order =
        TaxedOrders.in("GBP")
            .from("GB")
            .to("GB", "")
            .business("GB987654321")
            .registered("VAT-GB", "GB123456789")
            .line(1, "120.00", tax("GB-VAT", "20", "20.00 GBP"));
    Undoing undoing = order.rest();
    ReadNote note =
        valid(
            document(
                order, undoing, withheld(undoing, ask(Withheld.Kind.FEE, "LATE", "12.00 GBP"))));

    assertThat(breakdown(note)).containsExactly("S 20 90.00 18.00");
    assertThat(note.text("AllowanceCharge/ChargeIndicator")).isEqualTo("false");
    assertThat(note.text("AllowanceCharge/Amount")).isEqualTo("10.00");
    assertThat(note.text("AllowanceCharge/AllowanceChargeReason"))
        .isEqualTo("Einbehaltene Gebühr (LATE)");
    assertThat(total(note, "PayableAmount")).isEqualTo("108.00");
  }

  /** 5.00 of 42.85: 0.56 of 4.78 and 0.10 of 0.84 are kept; 0.02 are rounded. */
  @Test
  void a_discount_taken_back_at_two_rates() throws Exception {
    TaxedOrders order = e6();
    Undoing undoing = order.undoing(Map.of(1, 1, 2, 1), false);
    ReadNote note =
        valid(
            document(
                order,
                undoing,
                withheld(
                    undoing,
                    ask(Withheld.Kind.PROMOTION, "AUTUMN", "5.00 EUR"),
                    ask(Withheld.Kind.ROUNDING, "", "0.02 EUR"))));

    assertThat(note.text("TaxTotal/TaxSubtotal/TaxAmount")).isEqualTo("4.22|0.74");
    assertThat(note.text("AllowanceCharge/TaxCategory/Percent")).isEqualTo("19|7");
    assertThat(total(note, "AllowanceTotalAmount")).isEqualTo("4.34");
    assertThat(total(note, "PayableRoundingAmount")).isEqualTo("-0.02");
    assertThat(total(note, "PayableAmount")).isEqualTo("37.83");
  }

  /** What was withheld before comes back as a charge, a fee outside the scope as less set off. */
  @Test
  void what_is_given_back_again() throws Exception {
    TaxedOrders order = german().line(1, "119.00", tax("DE-VAT", "19", "19.00 EUR"));
    TaxLine part = tax("DE-VAT", "19", "-1.90 EUR");
    ReadNote note =
        valid(
            document(
                order,
                order.rest(),
                new Withheld(
                    Withheld.Kind.PROMOTION, "AUTUMN", Money.parse("-11.90 EUR"), List.of(part)),
                new Withheld(Withheld.Kind.FEE, "HANDLING", Money.parse("-3.00 EUR"), List.of())));

    assertThat(breakdown(note)).containsExactly("S 19 110.00 20.90");
    assertThat(note.text("AllowanceCharge/ChargeIndicator")).isEqualTo("true");
    assertThat(total(note, "ChargeTotalAmount")).isEqualTo("10.00");
    assertThat(total(note, "PrepaidAmount")).isEqualTo("-3.00");
    assertThat(total(note, "PayableAmount")).isEqualTo("133.90");
  }

  /** Who buys where, and which tax of zero the order tells, if any. */
  @ParameterizedTest(name = "{0} to {1} {2}, tax {3}: {4}")
  @CsvSource({
    "DE, FR, FR40303265045, DE-VAT, K",
    "DE, FR, FR40303265045, -,      K",
    "DE, FR, FR40303265045, FR-VAT, AE",
    "DE, FR, -,             FR-VAT, Z",
    "DE, FR, -,             -,      E",
    "DE, DE, -,             DE-VAT, Z",
    "DE, DE, -,             -,      E",
    "DE, CH, -,             DE-VAT, G",
    "DE, CH, -,             -,      G",
    "GB, GB, -,             GB-VAT, Z",
    "CN, FR, -,             -,      E"
  })
  void what_bears_no_tax(String from, String to, String buyer, String authority, String category)
      throws Exception {
    TaxedOrders order =
        TaxedOrders.in("EUR")
            .from(from)
            .to(to, "")
            .net()
            .registered("VAT-" + from, from + "123456789");
    if (!buyer.equals("-")) {
      order.business(buyer);
    }
    if (authority.equals("-")) {
      order.line(2, "100.11");
    } else {
      order.line(2, "100.11", tax(authority, "0", "0.00 EUR"));
    }
    ReadNote note = valid(document(order, order.rest()));

    assertThat(breakdown(note)).containsExactly(category + " 0 100.11 0.00");
    assertThat(total(note, "PayableAmount")).isEqualTo("100.11");
  }

  @Test
  void a_seller_without_any_number_is_outside_the_tax() throws Exception {
    TaxedOrders order = TaxedOrders.in("EUR").net().line(1, "100.11");
    ReadNote note = valid(document(order, order.rest()));

    assertThat(breakdown(note)).containsExactly("O  100.11 0.00");
    assertThat(note.text("AccountingSupplierParty/Party/PartyIdentification/ID"))
        .isEqualTo("Linden GmbH");
  }

  /** A discount on both: 12.90 contain 1.90 of 10.00, and so 1.00 was on what bears no tax. */
  @Test
  void taxed_beside_zero_rated() throws Exception {
    TaxedOrders order =
        german()
            .line(1, "119.00", tax("DE-VAT", "19", "19.00 EUR"))
            .line(1, "10.00", tax("DE-VAT", "0", "0.00 EUR"))
            .charge(Charge.Kind.TIP, "2.00");
    Undoing undoing = order.rest();
    Withheld discount =
        new Withheld(
            Withheld.Kind.PROMOTION,
            "AUTUMN",
            Money.parse("12.90 EUR"),
            List.of(tax("DE-VAT", "19", "1.90 EUR")));
    ReadNote note = valid(document(order, undoing, discount));

    assertThat(breakdown(note))
        .containsExactly("S 19 90.00 17.10", "Z 0 9.00 0.00", "E 0 2.00 0.00");
    assertThat(total(note, "PayableAmount")).isEqualTo("118.10");
  }

  /** E-4 the right way round, and E-5; E-3, exempt, is among what bears no tax. */
  @ParameterizedTest
  @CsvSource({"625743.54, 25, 156435.89, 782179.43", "8870.00, 19, 1685.30, 10555.30"})
  void official_amounts(String net, String rate, String amount, String payable) throws Exception {
    TaxedOrders order = german().net().line(1, net, tax("DE-VAT", rate, amount + " EUR"));
    ReadNote note = valid(document(order, order.rest()));

    assertThat(breakdown(note)).containsExactly("S " + rate + " " + net + " " + amount);
    assertThat(total(note, "PayableAmount")).isEqualTo(payable);
  }

  /**
   * E-1: 10 200 and −640 (a quantity of −800), 1 020 more and 1 912 less, taxable 8 668 at 25 %: 2
   * 167, in all 10 835; less 834.90 and 0.10 there remain 10 000.
   */
  @Test
  void e_1_official_triple() throws Exception {
    TaxedOrders order =
        TaxedOrders.in("SEK")
            .from("SE")
            .to("SE", "")
            .registered("VAT-SE", "SE123456789001")
            .net()
            .line(1, "10200.00", tax("SE-VAT", "25", "2550.00 SEK"))
            .line(800, "-640.00", tax("SE-VAT", "25", "-160.00 SEK"))
            .charge(Charge.Kind.SHIPPING, "1020.00", tax("SE-VAT", "25", "255.00 SEK"));
    Undoing undoing = order.rest();
    ReadNote note =
        valid(
            document(
                order,
                undoing,
                new Withheld(
                    Withheld.Kind.PROMOTION,
                    "AUTUMN",
                    Money.parse("2390.00 SEK"),
                    List.of(tax("SE-VAT", "25", "478.00 SEK"))),
                new Withheld(Withheld.Kind.FEE, "PAID", Money.parse("834.90 SEK"), List.of()),
                new Withheld(Withheld.Kind.ROUNDING, "", Money.parse("0.10 SEK"), List.of())));

    assertThat(breakdown(note)).containsExactly("S 25 8668.00 2167.00");
    assertThat(note.text("CreditNoteLine/CreditedQuantity")).isEqualTo("1|-800|1");
    assertThat(note.text("CreditNoteLine/Price/PriceAmount")).isEqualTo("10200.00|0.80|1020.00");
    assertThat(total(note, "AllowanceTotalAmount")).isEqualTo("1912.00");
    assertThat(total(note, "TaxInclusiveAmount")).isEqualTo("10835.00");
    assertThat(total(note, "PrepaidAmount")).isEqualTo("834.90");
    assertThat(total(note, "PayableRoundingAmount")).isEqualTo("-0.10");
    assertThat(total(note, "PayableAmount")).isEqualTo("10000.00");
  }

  /** E-2: 183.23 at 6 % with 10.99 and 46.37 at 21 % with 9.74; in all 250.33. */
  @Test
  void e_2_official_two_rates() throws Exception {
    TaxedOrders order =
        TaxedOrders.in("EUR")
            .from("NL")
            .to("NL", "")
            .registered("VAT-NL", "NL123456789B01")
            .net()
            .line(1, "183.23", tax("NL-VAT", "6", "10.99 EUR"))
            .line(1, "46.37", tax("NL-VAT", "21", "9.74 EUR"));
    ReadNote note = valid(document(order, order.rest()));

    assertThat(breakdown(note)).containsExactly("S 6 183.23 10.99", "S 21 46.37 9.74");
    assertThat(total(note, "PayableAmount")).isEqualTo("250.33");
  }

  /** The invoice and a document of ours that was wrong; nothing where nothing was invoiced. */
  @Test
  void what_it_refers_to() throws Exception {
    TaxedOrders order = german().line(1, "11.90", tax("DE-VAT", "19", "1.90 EUR"));
    CreditDocument plain = document(order, order.rest());
    CreditDocument correcting =
        new CreditDocument(
            plain.id(),
            plain.cancellationId(),
            plain.number(),
            plain.issuedOn(),
            plain.seller(),
            plain.reversal(),
            plain.ruling(),
            "CN-2026-000000",
            plain.language());

    assertThat(valid(correcting).text("BillingReference/InvoiceDocumentReference/ID"))
        .isEqualTo("INV-1|CN-2026-000000");
    TaxedOrders never = german().notInvoiced().line(1, "11.90", tax("DE-VAT", "19", "1.90 EUR"));
    assertThat(valid(document(never, never.rest())).all("BillingReference")).isEmpty();
  }

  /** A public body's address is stated; that the whole is an XRechnung is not. */
  @Test
  void a_public_body_has_its_address_and_no_promise() throws Exception {
    TaxedOrders order =
        german()
            .business("LEITWEG:04011000-1234512345-06")
            .line(1, "11.90", tax("DE-VAT", "19", "1.90 EUR"));
    CreditDocument document = document(order, order.rest());
    ReadNote note = valid(document);

    assertThat(note.text("BuyerReference")).isEqualTo("04011000-1234512345-06");
    assertThat(note.text("CustomizationID")).isEqualTo("urn:cen.eu:en16931:2017");
    byte[] claimed =
        new UblCreditNotes("urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0")
            .write(document)
            .bytes();
    assertThat(OfficialRules.xrechnung(claimed))
        .extracting(finding -> finding.split("[ \\]]", 2)[0])
        .contains("BR-DE-1", "BR-DE-5", "BR-DE-6", "BR-DE-8", "BR-DE-9", "PEPPOL-EN16931-R010");
  }

  private static CreditDocument said(CreditDocument document, String text) {
    Reversal old = document.reversal();
    List<ReversedItem> items =
        old.items().stream()
            .map(
                item ->
                    new ReversedItem(
                        item.sourceId(),
                        item.charge(),
                        item.position(),
                        text,
                        text,
                        item.quantity(),
                        item.amount(),
                        item.taxes()))
            .toList();
    return new CreditDocument(
        document.id(),
        document.cancellationId(),
        document.number(),
        document.issuedOn(),
        document.seller(),
        new Reversal(
            old.supply(), items, old.withheld(), old.on(), old.credited(), old.circumstances()),
        document.ruling(),
        document.corrects(),
        document.language());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b>&amp; ]]> <!-- \"it's\" | <b>&amp; ]]> <!-- \"it's\"",
        "a\\u0000b\\u0007\\u001b[31m | a\uFFFDb\uFFFD\uFFFD[31m",
        "one\\r\\n\\ttwo\\u2028three | one   two three",
        "\\ud83d\\ude00 \\ud83d lone | \uD83D\uDE00 \uFFFD lone",
        "\\uffff\\ufffe مرحبا 你好 | \uFFFD\uFFFD مرحبا 你好",
        "\\u0020\\u0000\\u0020 | \uFFFD",
        "{0} ${jndi:x} %n | {0} ${jndi:x} %n"
      })
  void hostile_words(String escaped, String expected) throws Exception {
    TaxedOrders order = german().line(1, "11.90", tax("DE-VAT", "19", "1.90 EUR"));
    CreditDocument document = said(document(order, order.rest()), unescaped(escaped));

    ReadNote note = valid(document);
    assertThat(note.text("CreditNoteLine/Item/Name")).isEqualTo(expected);
    assertThat(note.text("CreditNoteLine/Item/SellersItemIdentification/ID")).isEqualTo(expected);
  }

  /** With code points by number, which {@link String#translateEscapes()} does not know. */
  private static String unescaped(String text) {
    return Pattern.compile("\\\\u([0-9a-f]{4})|\\\\([rnt])")
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(found.group(1))
                        .map(hex -> String.valueOf((char) Integer.parseInt(hex, 16)))
                        .orElseGet(() -> ("\\" + found.group(2)).translateEscapes())));
  }

  @Test
  void long_and_empty_words() throws Exception {
    TaxedOrders order = german().line(1, "11.90", tax("DE-VAT", "19", "1.90 EUR"));
    CreditDocument plain = document(order, order.rest());

    assertThat(valid(said(plain, "é".repeat(100_000))).text("CreditNoteLine/Item/Name"))
        .hasSize(100_000);
    assertThat(valid(said(plain, "  ")).text("CreditNoteLine/Item/Name")).isEqualTo("Artikel");
  }

  @Test
  void the_same_document_gives_the_same_bytes() {
    TaxedOrders order = e6();
    CreditDocument document = document(order, order.rest());
    Rendering first = form.write(document);

    assertThat(new UblCreditNotes(UblCreditNotes.EN_16931).write(document).bytes())
        .isEqualTo(first.bytes());
    assertThat(first.fileName()).isEqualTo("CN-2026-000001.xml");
    assertThat(first.mediaType()).isEqualTo("application/xml");
    TaxedOrders other = e6();
    assertThat(form.write(other.document("../a b/ü", Locale.FRENCH, other.rest())).fileName())
        .isEqualTo(".._a_b__.xml");
  }

  /** B2: the official rules let a tax pass that is wrong by a cent, and by 0.99. */
  @ParameterizedTest
  @CsvSource({"0.01, true", "0.99, true", "1.00, false"})
  void the_official_rules_let_a_wrong_tax_pass_and_ours_do_not(String wrong, boolean passes) {
    TaxedOrders order = e6();
    CreditDocument document = document(order, order.units(1, 1));
    String right = new String(form.write(document).bytes(), UTF_8);
    String tax = new BigDecimal("4.78").add(new BigDecimal(wrong)).toPlainString();
    String total = new BigDecimal("29.95").add(new BigDecimal(wrong)).toPlainString();
    byte[] planted =
        right
            .replace(">4.78<", ">" + tax + "<")
            .replace(">29.95<", ">" + total + "<")
            .getBytes(UTF_8);

    assertThat(OfficialRules.findings(planted).isEmpty()).isEqualTo(passes);
    assertThat(new ExactCheck(document, planted).differences())
        .containsExactly(
            "tax at 19: 4.78, " + tax,
            "tax: 4.78, " + tax,
            "gross: 29.95, " + total,
            "repaid: 29.95, " + total);
  }
}
