package org.countermand.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countermand.api.json.Json;
import org.countermand.api.wire.OrderBody;
import org.countermand.kernel.Decision;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.ItemClass;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.RefundAuthority;
import org.countermand.sandbox.demo.Demonstration.Sample;
import org.countermand.sandbox.shop.OrderDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderBookTest {

  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  static Stream<OrderDraft> drafts() {
    return Demonstration.drafts(START).stream();
  }

  @ParameterizedTest
  @MethodSource("drafts")
  void every_order_is_one_that_countermand_takes_in_and_that_is_paid_to_the_minor_unit(
      OrderDraft draft) {
    NewOrder order = order(draft);

    assertThat(order.findings()).isEmpty();
    assertThat(order.order().total().minor()).isEqualTo(draft.total());
  }

  @Test
  void a_second_start_tells_the_same_orders_to_the_byte() {
    Instant told = order(Demonstration.drafts(START).get(0)).order().placedAt();

    assertThat(payloads(OrderBook.start(told))).isEqualTo(payloads(START));
  }

  @Test
  void numbers_are_given_once() {
    assertThat(OrderBook.entries()).extracting(Entry::number).doesNotHaveDuplicates().hasSize(62);
  }

  @Test
  void the_orders_show_every_stage_currency_kind_of_buyer_and_of_refund() {
    List<NewOrder> orders = drafts().map(OrderBookTest::order).toList();

    assertThat(orders)
        .extracting(order -> order.order().fulfilments().get(0).stage())
        .contains(FulfilmentStage.values());
    assertThat(orders)
        .extracting(order -> order.order().currency().getCurrencyCode())
        .contains("EUR", "GBP", "USD", "JPY");
    assertThat(orders)
        .extracting(order -> order.order().buyer().kind().name())
        .contains("CONSUMER", "BUSINESS");
    assertThat(orders)
        .extracting(order -> order.order().refundAuthority())
        .contains(RefundAuthority.values());
    assertThat(orders)
        .flatExtracting(order -> order.order().lines())
        .extracting(line -> line.itemClass())
        .contains(ItemClass.GOODS, ItemClass.SERVICE, ItemClass.PERSONALISED);
  }

  @Test
  void every_scene_is_about_an_order_of_the_book_and_about_units_that_it_has() {
    for (Scene scene : Scene.all()) {
      NewOrder order = order(OrderBook.entry(scene.number()).draft(START));

      assertThat(order.order().lines().get(0).quantity())
          .as(scene.number())
          .isGreaterThanOrEqualTo(scene.quantity());
    }
    assertThat(Scene.all()).extracting(Scene::number).doesNotHaveDuplicates();
  }

  @Test
  void orders_to_try_with_are_untouched_by_any_scene() {
    Set<String> touched = Scene.all().stream().map(Scene::number).collect(Collectors.toSet());

    assertThat(Demonstration.samples())
        .extracting(Sample::number)
        .doesNotContainAnyElementsOf(touched);
  }

  @Test
  void an_address_has_no_letters_that_mail_servers_stumble_over() {
    assertThat(OrderBook.entry("L-1052").email()).isEqualTo("zoe.visser@example.org");
    assertThat(OrderBook.entries())
        .allMatch(entry -> entry.email().matches("[a-z.]+@example\\.org"));
  }

  private static List<String> payloads(Instant start) {
    return Demonstration.drafts(start).stream()
        .map(draft -> draft.json("pi_x").toString())
        .toList();
  }

  private static NewOrder order(OrderDraft draft) {
    String body = draft.json("pi_x").toString();
    Decision<NewOrder> read = Json.read(body, OrderBody.class).toModel("linden", body);
    assertThat(read).as(draft.number()).isInstanceOf(Decision.Accepted.class);
    return ((Decision.Accepted<NewOrder>) read).value();
  }
}
