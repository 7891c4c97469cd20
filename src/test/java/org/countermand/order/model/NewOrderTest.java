package org.countermand.order.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.order.model.TestOrders.anOrder;

import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;

class NewOrderTest {

  @Test
  void an_order_whose_tenders_pay_its_total_is_taken() {
    assertThat(
            new NewOrder(anOrder().of(2, 4000, -500, 559).shipping(490, 78).order(), "{}")
                .findings())
        .isEmpty();
  }

  @Test
  void tax_comes_on_top_of_net_prices() {
    Order order = anOrder().net().of(1, 1000, 0, 190).paid(1190, 1190).order();
    assertThat(new NewOrder(order, "{}").findings()).isEmpty();
  }

  @Test
  void an_order_paid_a_cent_short_is_refused() {
    Order order = anOrder().of(1, 1000, 0, 0).paid(999, 999).order();
    assertThat(new NewOrder(order, "{}").findings())
        .extracting(Finding::code)
        .containsExactly(ReasonCode.TOTALS_DISAGREE);
  }

  @Test
  void more_captured_than_authorized_is_refused() {
    Order order = anOrder().of(1, 1000, 0, 0).paid(1000, 1001).order();
    assertThat(new NewOrder(order, "{}").findings())
        .extracting(Finding::code)
        .contains(ReasonCode.FIELD_INVALID);
  }

  @Test
  void every_fault_is_told_at_once() {
    Order order = anOrder().of(0, -1, 0, 0).order();
    assertThat(new NewOrder(order, "{}").findings())
        .extracting(Finding::code)
        .contains(ReasonCode.QUANTITY_NOT_POSITIVE, ReasonCode.FIELD_INVALID);
  }
}
