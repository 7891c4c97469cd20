package org.countermand.tax.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.countermand.tax.model.TaxedOrders.tax;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Claims;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.UnitRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentDraftTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final UUID FIRST = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  private final TaxedOrders german =
      TaxedOrders.in("EUR").line(3, "119.00", tax("DE-VAT", "19", "19.00 EUR"));

  @Test
  void a_document_says_who_bought_and_not_how_to_reach_a_consumer() {
    IssuedDocument issued =
        draft(german, german.order(), FIRST, 1, 1, "39.67", "0").numbered(Ids.next(), 7);

    assertThat(issued.number()).isEqualTo("CN-2026-000007");
    assertThat(issued.text()).contains("Ana Muster").doesNotContain("ana@example.org");
    assertThat(issued.total()).isEqualTo(Money.of(3967, "EUR"));
    assertThat(issued.place()).isEqualTo("DE");
    assertThat(issued.document().orElseThrow().ruling().findings()).isEmpty();
  }

  @Test
  void a_business_keeps_the_address_to_which_its_documents_go() {
    TaxedOrders orders = german.business("DE987654321");

    assertThat(
            draft(orders, orders.order(), FIRST, 1, 1, "39.67", "0").numbered(Ids.next(), 1).text())
        .contains("ana@example.org");
  }

  @Test
  void an_unknown_seller_still_issues_and_a_person_is_told() {
    DocumentDraft draft =
        DocumentDraft.of(
            request(german.order(), FIRST, 1, 1, "39.67", "0"), Optional.empty(), List.of());

    assertThat(draft.seller().name()).isEqualTo("Linden GmbH");
    assertThat(codes(draft)).containsExactly(ReasonCode.TAX_SELLER_UNKNOWN);
    assertThat(draft.numbered(Ids.next(), 1).document().orElseThrow().seller())
        .isEqualTo(draft.seller());
  }

  /** What another cancellation has claimed, and may never execute, is not undone. */
  @Test
  void an_order_is_undone_whole_when_all_of_it_is_documented() {
    Order order =
        claimed(german.order(), Map.of(FIRST, new UnitRange(1, 1), SECOND, new UnitRange(2, 3)));
    DocumentDraft first = draft(german, order, FIRST, 1, 1, "39.67", "0");
    IssuedDocument issued = first.numbered(Ids.next(), 1);

    DocumentDraft second =
        DocumentDraft.of(
            request(order, SECOND, 2, 3, "79.33", "0"),
            Optional.of(german.seller()),
            List.of(issued));

    assertThat(first.reversal().circumstances().whole()).isFalse();
    assertThat(second.reversal().circumstances().whole()).isTrue();
    assertThat(second.reversal().isWhole()).isFalse();
    assertThat(second.reversal().credited()).isEqualTo(Money.of(3967, "EUR"));
    assertThat(first.ruling().taxes().get(0).amount().plus(second.ruling().taxes().get(0).amount()))
        .isEqualTo(Money.of(1900, "EUR"));
  }

  @Test
  void an_order_that_is_undone_at_once_is_undone_whole() {
    Order order = claimed(german.order(), Map.of(FIRST, new UnitRange(1, 3)));

    assertThat(draft(german, order, FIRST, 1, 3, "119.00", "0").reversal().isWhole()).isTrue();
  }

  /** TSB-A-09(29)S: tax on the fee may be kept on top; what was quoted kept it inside. */
  @Test
  void a_fee_in_new_york_that_was_kept_with_its_tax_inside_is_documented_so() {
    TaxedOrders orders =
        TaxedOrders.in("USD")
            .to("US", "NY")
            .from("US")
            .net()
            .line(1, "100.00", tax("US-NY-TAX", "8.875", "8.88 USD"));

    DocumentDraft draft = draft(orders, orders.order(), FIRST, 1, 1, "98.88", "10.00");

    assertThat(draft.reversal().repaid()).isEqualTo(Money.of(9888, "USD"));
    assertThat(draft.reversal().withheld().get(0).taxes().get(0).amount())
        .isEqualTo(Money.of(82, "USD"));
    assertThat(codes(draft)).contains(ReasonCode.TAX_FEE_BORE_ITS_TAX);
  }

  @Test
  void another_total_than_was_paid_back_is_told_with_both_amounts() {
    DocumentDraft draft = draft(german, german.order(), FIRST, 1, 1, "39.66", "0");

    assertThat(draft.ruling().findings())
        .contains(
            Finding.of(
                ReasonCode.TAX_TOTAL_DIFFERS, "document", "39.67 EUR", "repaid", "39.66 EUR"));
  }

  /** CGST Rules r. 53(1A): at most 16 signs, unique for a financial year. */
  @ParameterizedTest
  @CsvSource({
    "2027-03-31T18:29:59Z, 2026-27, ICN-2627-000001",
    "2027-03-31T18:30:00Z, 2027-28, ICN-2728-000001"
  })
  void india_counts_by_the_financial_year_in_which_it_issues(
      String at, String year, String number) {
    TaxedOrders orders =
        TaxedOrders.in("INR")
            .to("IN", "")
            .from("IN")
            .registered("IN-GSTIN", "29ABCDE1234F1Z5")
            .line(1, "105.00", tax("IN-IGST", "5", "5.00 INR"));
    DocumentDraft draft =
        DocumentDraft.of(
            new CreditRequest(
                FIRST,
                orders.order(),
                Map.of(),
                List.of(),
                List.of(),
                Money.of(0, "INR"),
                Instant.parse(at)),
            Optional.of(orders.seller()),
            List.of());

    assertThat(draft.series().year()).isEqualTo(year);
    assertThat(draft.series().number(1)).isEqualTo(number);
    assertThat(draft.series().number(9_999_999)).hasSize(16);
    assertThatIllegalStateException().isThrownBy(() -> draft.series().number(10_000_000));
  }

  @Test
  void a_document_is_issued_on_the_day_at_the_seat_of_the_seller() {
    TaxedOrders orders = german.from("JP");

    assertThat(
            DocumentDraft.of(
                    new CreditRequest(
                        FIRST,
                        orders.order(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        Money.of(0, "EUR"),
                        Instant.parse("2026-12-31T16:00:00Z")),
                    Optional.of(orders.seller()),
                    List.of())
                .issuedOn())
        .isEqualTo(LocalDate.of(2027, 1, 1));
  }

  private static DocumentDraft draft(
      TaxedOrders orders, Order order, UUID id, int first, int last, String repaid, String fee) {
    return DocumentDraft.of(
        request(order, id, first, last, repaid, fee), Optional.of(orders.seller()), List.of());
  }

  private static CreditRequest request(
      Order order, UUID id, int first, int last, String repaid, String fee) {
    Money kept = Money.parse(fee + " " + order.currency());
    return new CreditRequest(
        id,
        order,
        Map.of(order.lines().get(0).id(), List.of(new UnitRange(first, last))),
        List.of(),
        kept.isZero()
            ? List.of()
            : List.of(new Withholding.Ask(Withheld.Kind.FEE, "restock", kept)),
        Money.parse(repaid + " " + order.currency()),
        AT);
  }

  private static Order claimed(Order order, Map<UUID, UnitRange> claims) {
    OrderLine line = order.lines().get(0);
    return new Order(
        order.id(),
        order.shop(),
        order.legalEntity(),
        order.channel(),
        order.channelNumber(),
        order.refundAuthority(),
        order.buyer(),
        order.currency(),
        order.priceBasis(),
        order.placedAt(),
        order.promisedOn(),
        order.invoice(),
        order.cheapestDelivery(),
        List.of(
            new OrderLine(
                line.id(),
                line.position(),
                line.sku(),
                line.description(),
                line.itemClass(),
                line.evidence(),
                line.quantity(),
                line.goods(),
                line.discounts(),
                line.taxes(),
                new Claims(
                    claims.entrySet().stream()
                        .map(claim -> new Claims.Claim(claim.getValue(), claim.getKey()))
                        .toList()))),
        order.charges(),
        order.tenders(),
        order.fulfilments());
  }

  private static List<ReasonCode> codes(DocumentDraft draft) {
    return draft.ruling().findings().stream().map(Finding::code).toList();
  }
}
