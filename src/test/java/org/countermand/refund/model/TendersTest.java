package org.countermand.refund.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.order.model.TestOrders.anOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Capture;
import org.countermand.order.model.Order;
import org.countermand.order.model.TenderKind;
import org.countermand.order.model.TestOrders;
import org.countermand.payment.model.Capabilities;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.TenderAccount;
import org.countermand.payment.model.TenderState;
import org.countermand.payment.model.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes back on which tender where there are several, or several captures of one. */
class TendersTest {

  private static final Instant AT = TestOrders.PLACED.plus(Duration.ofHours(1));

  @Test
  void a_card_and_a_gift_card_each_give_back_no_more_than_was_paid_with_them() {
    Order order =
        anOrder().of(5, 5000, 0, 0).paid(3000, 3000).paidWith(card(), "card", 2000).order();
    assertThat(back(order, 5)).containsExactly("2 CREDIT 20.00 EUR", "1 REFUND 30.00 EUR");
    assertThat(back(order, 1)).containsExactly("2 CREDIT 10.00 EUR");
    assertThat(back(order, 3)).containsExactly("2 CREDIT 20.00 EUR", "1 REFUND 10.00 EUR");
  }

  @Test
  void a_gift_card_is_back_at_once_and_a_bank_takes_its_time() {
    Order order = anOrder().of(2, 2000, 0, 0).paid(1000, 1000).paidWith(card(), "c", 1000).order();
    List<QuotedTender> tenders = tenders(order, accounts(order), 2000);
    assertThat(tenders.get(0).expectedBy()).isEqualTo("2026-11-20");
    assertThat(tenders.get(1).expectedBy()).isEqualTo("2026-11-30");
  }

  @Test
  void what_was_only_authorized_is_voided_and_never_refunded() {
    Order order = anOrder().of(2, 2000, 0, 0).paid(2000, 0).order();
    assertThat(back(order, 2)).containsExactly("1 VOID 20.00 EUR");
    assertThat(back(order, 1)).containsExactly("1 CEILING 10.00 EUR");
  }

  @Test
  void of_a_partial_capture_the_rest_is_lowered_first_and_only_what_has_to_be_is_refunded() {
    Order order = anOrder().of(10, 10_000, 0, 0).paidIn(10_000, capture(6000)).order();
    assertThat(back(order, 3)).containsExactly("1 CEILING 30.00 EUR");
    assertThat(back(order, 4)).containsExactly("1 LAPSING 40.00 EUR");
    assertThat(back(order, 7)).containsExactly("1 LAPSING 40.00 EUR", "1 REFUND 30.00 EUR");
    assertThat(back(order, 10)).containsExactly("1 LAPSING 40.00 EUR", "1 REFUND 60.00 EUR");
  }

  @Test
  void once_the_rest_is_captured_all_of_it_is_refunded() {
    Order order = anOrder().of(10, 10_000, 0, 0).paidIn(10_000, capture(6000)).order();
    TenderAccount seen =
        accounts(order).get(0).seen(new PaymentSnapshot("pi_0", TenderState.CAPTURED, eur(10_000)));
    assertThat(seen.waysFor(eur(7000))).containsExactly(new Way(PartKind.REFUND, eur(7000)));
  }

  @Test
  void where_the_rest_was_let_go_only_what_was_taken_is_paid_back() {
    Order order = anOrder().of(10, 10_000, 0, 0).paid(10_000, 6000).order();
    assertThat(accounts(order).get(0).remaining()).isEqualTo(eur(6000));
    assertThat(back(order, 6)).containsExactly("1 REFUND 60.00 EUR");
  }

  @Test
  void an_authorization_that_lapsed_has_nothing_to_give_back_and_that_is_no_error() {
    Order order = anOrder().of(2, 2000, 0, 0).paid(2000, 0).order();
    List<TenderAccount> lapsed =
        List.of(
            accounts(order).get(0).seen(new PaymentSnapshot("pi_0", TenderState.RELEASED, eur(0))));
    assertThat(texts(tenders(order, lapsed, 2000))).containsExactly("1 LAPSED 20.00 EUR");
  }

  @Test
  void a_gateway_that_cannot_void_lets_the_reservation_lapse_and_says_by_when() {
    Order order = anOrder().of(2, 2000, 0, 0).paid(2000, 0).order();
    Standing plain =
        new Standing(
            accounts(order),
            Terms.USUAL,
            List.of(),
            Map.of(accounts(order).get(0).gateway(), new Capabilities(false, true, false, true)));
    QuotedTender whole = promised(order, plain, 2000).get(0);
    assertThat(whole.kind()).isEqualTo(PartKind.LAPSING);
    assertThat(whole.expectedBy())
        .isEqualTo(LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC).plusDays(30));
    assertThat(promised(order, plain, 1999).get(0).kind()).isEqualTo(PartKind.CEILING);
  }

  @Test
  void more_than_was_paid_is_never_promised() {
    Order order = anOrder().of(2, 2000, 0, 0).paid(1000, 1000).paidWith(card(), "c", 1000).order();
    Decision<List<QuotedTender>> too =
        Allocating.onTenders(order, Standing.usual(accounts(order)), eur(2001), AT);
    assertThat(((Decision.Refused<List<QuotedTender>>) too).findings().get(0).code())
        .isEqualTo(ReasonCode.PAYMENT_CHANGED);
  }

  @Test
  void all_parts_are_planned_before_the_first_is_begun() {
    Order order =
        anOrder()
            .of(3, 3000, 0, 0)
            .paid(1000, 1000)
            .paid(1000, 0)
            .paidWith(TenderKind.STORE_CREDIT, "c", 1000)
            .order();
    Decision<Quotation> quoted =
        Quoting.quote(
            Ids.next(),
            order,
            List.of(new Ask(order.lines().get(0).id(), 3)),
            Standing.usual(accounts(order)),
            AT);
    Quotation quotation = ((Decision.Accepted<Quotation>) quoted).value();
    assertThat(texts(quotation.tenders()))
        .containsExactly("3 CREDIT 10.00 EUR", "2 VOID 10.00 EUR", "1 REFUND 10.00 EUR");
    assertThat(QuotationText.read(quotation.text())).isEqualTo(quotation);
  }

  static List<Long> seeds() {
    return IntStream.rangeClosed(1, 200).mapToObj(Long::valueOf).toList();
  }

  /** Any order of partial cancellations gives back exactly what was paid, on each tender. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_is_cancelled_in_whatever_order_no_tender_gives_more_than_it_took(long seed) {
    Random random = new Random(seed);
    Order order = mixed(random);
    List<TenderAccount> accounts = new ArrayList<>(accounts(order));
    Money left = order.total();
    while (left.isPositive()) {
      Money wish = eur(Math.min(left.minor(), 1 + random.nextInt((int) left.minor())));
      for (QuotedTender quoted : tenders(order, accounts, wish.minor())) {
        accounts.replaceAll(
            account ->
                account.tenderId().equals(quoted.tenderId())
                    ? account.begun(quoted.kind(), quoted.amount())
                    : account);
      }
      left = left.minus(wish);
    }
    for (TenderAccount account : accounts) {
      assertThat(account.refunded().compareTo(account.captured())).isLessThanOrEqualTo(0);
      assertThat(account.refunded().plus(account.released())).isEqualTo(account.authorized());
      assertThat(account.remaining()).isEqualTo(eur(0));
    }
  }

  private static List<QuotedTender> promised(Order order, Standing standing, long minor) {
    return ((Decision.Accepted<List<QuotedTender>>)
            Allocating.onTenders(order, standing, eur(minor), AT))
        .value();
  }

  private static Order mixed(Random random) {
    TestOrders order = anOrder();
    long total = 0;
    for (int i = 0; i <= random.nextInt(4); i++) {
      long amount = 1L + random.nextInt(5000);
      total += amount;
      switch (random.nextInt(4)) {
        case 0 -> order.paid(amount, amount);
        case 1 -> order.paid(amount, 0);
        case 2 -> order.paidWith(card(), "card-" + i, amount);
        default -> order.paidIn(amount, capture(1 + random.nextInt((int) amount)));
      }
    }
    return order.of(1, total, 0, 0).order();
  }

  private static List<String> back(Order order, int units) {
    return texts(tenders(order, accounts(order), units * 1000L));
  }

  private static List<QuotedTender> tenders(Order order, List<TenderAccount> accounts, long minor) {
    return ((Decision.Accepted<List<QuotedTender>>)
            Allocating.onTenders(order, Standing.usual(accounts), eur(minor), AT))
        .value();
  }

  private static List<TenderAccount> accounts(Order order) {
    return Waterfall.CREDIT_FIRST.order(order).stream()
        .map(tender -> TenderAccount.opened(order.id(), tender))
        .toList();
  }

  private static List<String> texts(List<QuotedTender> tenders) {
    return tenders.stream().map(t -> t.position() + " " + t.kind() + " " + t.amount()).toList();
  }

  private static Capture capture(long minor) {
    return new Capture("", eur(minor), TestOrders.PLACED);
  }

  private static TenderKind card() {
    return TenderKind.GIFT_CARD;
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
