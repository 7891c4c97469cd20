package org.countermand.tax.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.countermand.tax.model.TaxedOrders.tax;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Jurisdiction;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Invoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTextTest {

  private static final String HOSTILE =
      "a\tb\nc\r\nd\\te\\\\f\u0000\u0085\u2028 \ud83d\ude00 \ud83d \udc00\tEND\ntotal\t5\n";

  /** A country of each regime, and one of none. */
  static Stream<String> places() {
    return Stream.concat(
        Regimes.all().stream()
            .map(
                regime ->
                    Arrays.stream(Locale.getISOCountries())
                        .filter(country -> regime.governs(Jurisdiction.of(country)))
                        .findFirst()
                        .orElseThrow()),
        Stream.of("AQ"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void all_that_a_document_says_is_read_back(String country) {
    CreditDocument document = document(country);

    String text = DocumentText.of(document);

    assertThat(DocumentText.read(text)).isEqualTo(document);
    assertThat(DocumentText.of(DocumentText.read(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("places")
  void no_letter_breaks_out_of_its_place(String country) {
    CreditDocument document = hostile(document(country), HOSTILE);

    String text = DocumentText.of(document);

    assertThat(DocumentText.read(text)).isEqualTo(document);
    assertThat(text.lines().filter(line -> line.startsWith("total"))).isEmpty();
    assertThat(
            new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(text)
        .doesNotContain("\u0000");
  }

  @Test
  void what_is_empty_stays_empty() {
    CreditDocument document = hostile(document("DE"), "");

    assertThat(DocumentText.read(DocumentText.of(document))).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "countermand document 2\nid\tx\n", "countermand quotation 1\n"})
  void another_layout_is_not_read(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentText.read(text));
  }

  @Test
  void what_comes_to_another_amount_than_it_says_is_not_read() {
    String text = DocumentText.of(document("DE"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentText.read(text.replace("\nrepaid\t", "\nrepaid\t1")))
        .withMessageStartingWith("Comes to");
  }

  @Test
  void what_lacks_a_line_is_not_read() {
    String text = DocumentText.of(document("DE"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentText.read(text.replace("\nbuyer\t", "\nbayer\t")))
        .withMessageContaining("buyer");
  }

  static CreditDocument document(String country) {
    String tax = country + "-VAT";
    TaxedOrders orders =
        TaxedOrders.in("EUR")
            .to(country, "")
            .registered("VAT-DE", "DE123456789")
            .elects("us-rounding", "invoice")
            .line(3, "100.00", tax(tax, "10.50", "9.50 EUR"), tax(tax, "5", "4.00 EUR"))
            .line(1, "20.00")
            .charge(Charge.Kind.SHIPPING, "4.90", tax(tax, "10.50", "0.47 EUR"));
    Undoing undoing = orders.undoing(Map.of(1, 2, 2, 1), true);
    List<Withheld> withheld =
        Withholding.of(
            undoing,
            Regimes.of(undoing.supply()),
            List.of(
                new Withholding.Ask(Withheld.Kind.FEE, "restock", Money.of(500, "EUR")),
                new Withholding.Ask(Withheld.Kind.ROUNDING, "", Money.of(-1, "EUR"))),
            List.of());
    Reversal reversal = undoing.reversal(withheld, Money.of(700, "EUR"));
    return new CreditDocument(
        new UUID(1, 2),
        new UUID(3, 4),
        "CN-2026-000001",
        LocalDate.of(2026, 11, 22),
        orders.seller(),
        reversal,
        Regimes.rule(reversal, orders.seller()),
        "",
        Locale.forLanguageTag("de-CH"));
  }

  private static CreditDocument hostile(CreditDocument plain, String text) {
    Supply supply = plain.reversal().supply();
    Seller seller = plain.seller();
    Finding finding =
        new Finding(
            ReasonCode.TAX_PLACE_UNKNOWN,
            new TreeMap<>(text.isEmpty() ? Map.of() : Map.of(text, text, "b", text)));
    Reversal reversal =
        new Reversal(
            new Supply(
                supply.orderId(),
                text,
                text,
                supply.place(),
                supply.basis(),
                supply.currency(),
                new Invoice(text, null, LocalDate.of(2026, 1, 2), text),
                supply.orderedOn(),
                new Buyer(
                    Buyer.Kind.BUSINESS,
                    text,
                    text,
                    new Jurisdiction("US", text),
                    Locale.ROOT,
                    text,
                    text),
                true,
                text,
                List.of(finding)),
            plain.reversal().items().stream()
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
                .toList(),
            List.of(new Withheld(Withheld.Kind.FEE, text, Money.of(3, "EUR"), List.of())),
            plain.reversal().on(),
            plain.reversal().credited());
    return new CreditDocument(
        plain.id(),
        plain.cancellationId(),
        text,
        plain.issuedOn(),
        new Seller(
            text,
            text,
            text,
            text,
            text,
            seller.seat(),
            text,
            Map.of("a" + text, text),
            seller.rounding(),
            Map.of("b" + text, text)),
        reversal,
        new Ruling(
            plain.ruling().document(),
            plain.ruling().required(),
            text,
            plain.ruling().taxes(),
            Optional.of(LocalDate.of(2027, 1, 1)),
            Map.of(text, text),
            List.of(finding, Finding.of(ReasonCode.TAX_ORIGINAL_MISSING))),
        text,
        plain.language());
  }
}
