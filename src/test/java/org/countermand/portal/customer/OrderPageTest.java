package org.countermand.portal.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.LineVerdict;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.TestOrders;
import org.junit.jupiter.api.Test;

class OrderPageTest {

  private final Desk desk = new Desk();

  @Test
  void nothing_is_chosen_at_first() {
    OrderPage page = page(Map.of());

    assertThat(page.getLines()).extracting(LineRow::getUnits).containsExactly(0, 0);
    assertThat(page.quote()).isNull();
    assertThat(desk.problems).containsExactly("Please choose at least one item.");
  }

  @Test
  void every_free_quantity_can_be_chosen_and_leads_to_its_amounts() {
    OrderPage page = page(Map.of());
    assertThat(page.getLines().get(0).getChoices()).containsExactly(0, 1, 2, 3);

    page.getLines().get(0).setUnits(2);
    page.setReason("MISTAKE");
    page.setWords("pressed twice");

    assertThat(page.quote()).startsWith("/customer/quotation.xhtml?faces-redirect=true&q=");
    assertThat(desk.said).isEqualTo(new Grounds(Grounds.Choice.MISTAKE, "pressed twice"));
  }

  @Test
  void everything_means_all_that_may_be_cancelled() {
    desk.judged =
        line ->
            line.position() == 2
                ? new LineVerdict(
                    line.id(), 1, 1, Effect.REFUSE, List.of(Finding.of(ReasonCode.STAGE_TOO_LATE)))
                : new LineVerdict(line.id(), 3, 3, Effect.ALLOW, List.of());
    OrderPage page = page(Map.of());

    page.chooseAll();

    assertThat(page.getLines()).extracting(LineRow::getUnits).containsExactly(3, 0);
    assertThat(page.getLines().get(1).getReasons())
        .containsExactly("It is too late to stop these goods.");
  }

  @Test
  void a_line_that_may_not_be_cancelled_is_not_asked_for_whatever_was_sent() {
    desk.judged = line -> new LineVerdict(line.id(), 1, 1, Effect.REFUSE, List.of());
    OrderPage page = page(Map.of());

    page.getLines().get(0).setUnits(1);

    assertThat(page.quote()).isNull();
    assertThat(page.isCancellable()).isFalse();
  }

  @Test
  void the_reason_that_led_back_is_told_and_nothing_else_that_the_address_says() {
    assertThat(page(Map.of("why", "QUOTATION_STALE")).getNotice())
        .startsWith("The order has changed");
    assertThat(page(Map.of("why", "<b>send money</b>")).getNotice()).isEmpty();
  }

  @Test
  void goods_that_are_being_picked_are_told_to_be_moving() {
    assertThat(page(Map.of()).isMoving()).isFalse();

    Desk busy =
        new Desk(TestOrders.anOrder().of(1, 1000, 0, 160).at(FulfilmentStage.PICKING).order());

    assertThat(page(busy, Map.of()).isMoving()).isTrue();
  }

  private OrderPage page(Map<String, String> parameters) {
    return page(desk, parameters);
  }

  private static OrderPage page(Desk desk, Map<String, String> parameters) {
    OrderPage page = new OrderPage();
    page.guest = desk.guest();
    page.cancellations = desk.cancellations();
    page.grounds = desk.grounds();
    page.problems = desk.problems();
    page.sentences = desk.sentences();
    page.clock = desk.clock();
    page.parameters = parameters;
    page.load();
    return page;
  }
}
