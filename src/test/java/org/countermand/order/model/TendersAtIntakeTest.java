package org.countermand.order.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.order.model.TestOrders.anOrder;

import java.util.ArrayList;
import java.util.List;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.junit.jupiter.api.Test;

/** What is wrong with tenders and gift cards of a new order. */
class TendersAtIntakeTest {

  @Test
  void gift_cards_store_credit_and_several_captures_are_taken_in() {
    Order order =
        anOrder()
            .of(4, 4000, 0, 0)
            .giftCards(2, 1000, "card-9")
            .paidWith(TenderKind.GIFT_CARD, "card-1", 1000)
            .paidWith(TenderKind.STORE_CREDIT, "credit-1", 1000)
            .paidIn(3000, capture(1000), capture(500))
            .order();
    assertThat(findings(order)).isEmpty();
    assertThat(order.lines().get(1).movesStock()).isFalse();
    assertThat(order.lines().get(1).card()).contains("card-9");
    assertThat(order.lines().get(0).card()).isEmpty();
  }

  @Test
  void a_gift_card_that_nobody_can_name_is_refused() {
    assertThat(findings(anOrder().giftCards(1, 1000, " ").order()))
        .containsExactly("FIELD_MISSING{field=lines[1].evidence}");
    assertThat(findings(anOrder().giftCards(1, 1000, "x".repeat(201)).order()))
        .containsExactly("FIELD_INVALID{field=lines[1].evidence}");
    assertThat(findings(anOrder().giftCards(1, 1000, "a\nb").order()))
        .containsExactly("FIELD_INVALID{field=lines[1].evidence}");
  }

  @Test
  void a_bank_card_does_not_stand_in_our_ledger() {
    Order order = anOrder().of(1, 1000, 0, 0).paidWith(TenderKind.CARD, "card-1", 1000).order();
    assertThat(findings(order)).containsExactly("FIELD_INVALID{field=tenders[1].kind}");
  }

  @Test
  void credit_is_taken_when_it_is_paid_with() {
    Order order = anOrder().of(1, 1000, 0, 0).order();
    Tender promised =
        new Tender(
            Ids.next(),
            1,
            TenderKind.GIFT_CARD,
            Tender.OUR_LEDGER,
            "card-1",
            "Card",
            eur(1000),
            eur(0));
    assertThat(findings(paidBy(order, promised)))
        .containsExactly("FIELD_INVALID{field=tenders[1].captured}");
  }

  @Test
  void captures_come_to_what_was_captured() {
    Order order = anOrder().of(1, 1000, 0, 0).order();
    Tender tender =
        new Tender(
            Ids.next(),
            1,
            TenderKind.CARD,
            "stripe",
            "pi",
            "Visa",
            eur(1000),
            eur(1000),
            List.of(capture(400), capture(500)));
    assertThat(findings(paidBy(order, tender)))
        .containsExactly("FIELD_INVALID{field=tenders[1].captures}");
  }

  private static List<String> findings(Order order) {
    return new NewOrder(order, "{}").findings().stream().map(Object::toString).toList();
  }

  private static Order paidBy(Order order, Tender tender) {
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
        order.lines(),
        order.charges(),
        new ArrayList<>(List.of(tender)),
        order.fulfilments());
  }

  private static Capture capture(long minor) {
    return new Capture("", eur(minor), TestOrders.PLACED);
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
