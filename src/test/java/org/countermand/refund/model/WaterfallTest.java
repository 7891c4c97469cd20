package org.countermand.refund.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.order.model.TestOrders.anOrder;

import java.time.Duration;
import java.util.List;
import org.countermand.kernel.Money;
import org.countermand.order.model.Capture;
import org.countermand.order.model.Order;
import org.countermand.order.model.Tender;
import org.countermand.order.model.TenderKind;
import org.countermand.order.model.TestOrders;
import org.junit.jupiter.api.Test;

class WaterfallTest {

  /** 1 a card at once, 2 a gift card, 3 a card an hour later, 4 store credit, 5 a promise. */
  private static final Order ORDER =
      anOrder()
          .of(5, 5000, 0, 0)
          .paid(1000, 1000)
          .paidWith(TenderKind.GIFT_CARD, "card", 1000)
          .paidIn(1000, captureAfter(1, 1000))
          .paidWith(TenderKind.STORE_CREDIT, "credit", 1000)
          .paid(1000, 0)
          .order();

  @Test
  void credit_gives_first_as_paid_with_then_promises_then_the_newest_capture() {
    assertThat(order(Waterfall.CREDIT_FIRST)).containsExactly(2, 4, 5, 3, 1);
  }

  @Test
  void as_paid_the_first_tender_gives_first() {
    assertThat(order(Waterfall.AS_PAID)).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void cards_first_leaves_credit_to_the_end() {
    assertThat(order(Waterfall.CARDS_FIRST)).containsExactly(5, 3, 1, 2, 4);
  }

  @Test
  void the_last_of_several_captures_counts() {
    Order order =
        anOrder()
            .of(1, 3000, 0, 0)
            .paidIn(1000, captureAfter(2, 1000))
            .paidIn(2000, captureAfter(1, 500), captureAfter(3, 1500))
            .order();
    assertThat(positions(Waterfall.CREDIT_FIRST.order(order))).containsExactly(2, 1);
  }

  @Test
  void of_tenders_that_are_alike_the_one_named_first_gives_first() {
    Order order = anOrder().of(1, 3000, 0, 0).paid(1000, 1000).paid(2000, 2000).order();
    for (Waterfall waterfall : Waterfall.values()) {
      assertThat(positions(waterfall.order(order))).as("%s", waterfall).containsExactly(1, 2);
    }
  }

  private static List<Integer> order(Waterfall waterfall) {
    return positions(waterfall.order(ORDER));
  }

  private static List<Integer> positions(List<Tender> tenders) {
    return tenders.stream().map(Tender::position).toList();
  }

  private static Capture captureAfter(int hours, long minor) {
    return new Capture(
        "ch_" + hours, Money.of(minor, "EUR"), TestOrders.PLACED.plus(Duration.ofHours(hours)));
  }
}
