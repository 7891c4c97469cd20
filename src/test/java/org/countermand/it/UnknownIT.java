package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.countermand.sandbox.warehouse.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The outside fails, answers twice, too late or never; nothing is done twice, nothing is lost. */
class UnknownIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static World world;
  private static Books books;
  private static Shop shop;
  private static Faults gateway;
  private static Faults warehouse;

  @BeforeAll
  static void meetTheWorld() {
    world = SharedWorld.get();
    books = new Books(world);
    shop = new Shop(world.node().uri(), world.settings());
    gateway = world.party(PaymentServer.class).faults();
    warehouse = world.party(Warehouse.class).faults();
  }

  @AfterEach
  void forgetFaults() {
    gateway.clear();
    warehouse.clear();
  }

  @Test
  void a_refund_whose_answer_is_cut_off_is_found_again_and_not_repeated() {
    PlacedOrder order = shop.place(lamps("UR-1", 1, 4000));
    gateway.add(Fault.once(refundOf(order), new Mishap.CutAfterWork(false)));

    String id = cancelAll(order, 1);

    JsonNode done = shop.await(id, "COMPLETED", SOON);
    assertThat(done.get("refunds").get(0).get("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(refunded(order)).containsExactly(4000L);
    assertThat(journal(id)).containsSubsequence("CALLING", "UNSURE", "LOOKING", "DONE");
    assertThat(calls(id)).isEqualTo(1);
    assertThat(booked(order)).isEqualTo(4000);
  }

  @Test
  void a_void_whose_answer_is_cut_off_is_found_again_and_not_repeated() {
    PlacedOrder order = shop.place(lamps("UV-1", 1, 4000).authorized());
    gateway.add(Fault.once(voidOf(order), new Mishap.CutAfterWork(false)));

    String id = cancelAll(order, 1);

    JsonNode done = shop.await(id, "COMPLETED", SOON);
    assertThat(done.get("refunds").get(0).get("kind").asText()).isEqualTo("VOID");
    assertThat(books.payment(order).get("voids").asInt()).isEqualTo(1);
    assertThat(journal(id)).containsSubsequence("CALLING", "UNSURE", "LOOKING", "DONE");
    assertThat(calls(id)).isEqualTo(1);
  }

  @Test
  void a_refund_that_was_cut_off_before_the_work_is_repeated_under_the_same_key() {
    PlacedOrder order = shop.place(lamps("UB-1", 1, 4000));
    gateway.add(Fault.once(refundOf(order), new Mishap.CutBeforeWork(false)));

    String id = cancelAll(order, 1);

    shop.await(id, "COMPLETED", SOON);
    assertThat(refunded(order)).containsExactly(4000L);
    assertThat(journal(id)).containsSubsequence("UNSURE", "LOOKING", "ABSENT", "CALLING", "DONE");
    assertThat(keys(id)).hasSize(1);
  }

  @Test
  void an_error_that_the_gateway_replays_is_overcome_by_a_new_attempt_after_a_look() {
    PlacedOrder order = shop.place(lamps("US-1", 1, 4000));
    gateway.add(Fault.once(refundOf(order), new Mishap.Status(500, true)));

    String id = cancelAll(order, 1);

    shop.await(id, "COMPLETED", SOON);
    assertThat(refunded(order)).containsExactly(4000L);
    assertThat(keys(id)).hasSize(2);
    // Never a second key without having looked under the first.
    List<String> told =
        books.column(
            "SELECT attempt || ' ' || phase FROM journal WHERE cancellation_id = ?::uuid"
                + " AND step_id IN (SELECT id FROM step WHERE kind = 'REIMBURSE')"
                + " AND phase <> 'ANSWERED' ORDER BY id",
            id);
    assertThat(told.get(told.indexOf("2 CALLING") - 1)).isEqualTo("1 LOOKING");
    assertThat(booked(order)).isEqualTo(4000);
  }

  @Test
  void a_gateway_that_is_too_busy_is_asked_again_under_the_same_key() {
    PlacedOrder order = shop.place(lamps("UL-1", 1, 4000));
    gateway.add(Fault.times(3, refundOf(order), new Mishap.Status(429, false)));

    String id = cancelAll(order, 1);

    shop.await(id, "COMPLETED", SOON);
    assertThat(refunded(order)).containsExactly(4000L);
    assertThat(journal(id).stream().filter("NOTCALLED"::equals)).hasSize(3);
    assertThat(keys(id)).hasSize(1);
  }

  @Test
  void a_gateway_that_fails_at_random_still_pays_everyone_once() {
    gateway.add(new Fault(Match.of(null, "^/v1/"), 1000, 0.3, 7L, new Mishap.CutAfterWork(false)));
    List<PlacedOrder> orders =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(i -> shop.place(lamps("UX-" + i, 2, 6000)))
            .toList();

    List<String> ids = orders.stream().map(order -> cancelAll(order, 2)).toList();

    ids.forEach(id -> shop.await(id, "COMPLETED", SOON));
    assertThat(orders).allSatisfy(order -> assertThat(refunded(order)).containsExactly(6000L));
  }

  @Test
  void a_warehouse_whose_answers_are_cut_off_holds_and_releases_once() {
    PlacedOrder order = shop.place(lamps("UW-1", 2, 6000));
    warehouse.add(
        Fault.once(
            new Match("PUT", "^/v1/holds/", order.number()), new Mishap.CutAfterWork(false)));
    warehouse.add(Fault.once(Match.of("POST", "/release$"), new Mishap.CutAfterWork(false)));

    String id = cancelAll(order, 2);

    shop.await(id, "COMPLETED", SOON);
    assertThat(books.movements(order, "hold")).hasSize(1);
    assertThat(books.movements(order, "release")).hasSize(1);
    assertThat(moved(order)).containsExactly("2");
    assertThat(refunded(order)).containsExactly(6000L);
  }

  @Test
  void no_money_moves_while_the_warehouse_is_silent_and_its_late_answer_is_heard() {
    PlacedOrder order = shop.place(lamps("UN-1", 1, 4000));
    behave(order, "late", 29_000);

    String id = cancelAll(order, 1);

    // The sandbox loses its patience after fifteen seconds; it is noticed at the next look.
    Books.eventually(() -> openItems(id).contains("WAREHOUSE_SILENT"), Duration.ofSeconds(28));
    JsonNode waiting = shop.cancellation(id).body();
    assertThat(waiting.get("state").asText()).isEqualTo("HOLDING");
    assertThat(waiting.get("status").asText()).isEqualTo("STOPPING_GOODS");
    assertThat(waiting.get("needsPerson").asBoolean()).isTrue();
    assertThat(refunded(order)).isEmpty();
    assertThat(moved(order)).isEmpty();

    shop.await(id, "COMPLETED", SOON);
    assertThat(refunded(order)).containsExactly(4000L);
    assertThat(openItems(id)).isEmpty();
  }

  @Test
  void only_the_units_that_are_held_are_paid_back_and_the_others_are_free_again() {
    PlacedOrder order = shop.place(lamps("UP-1", 5, 10_001).shipping(490));
    behave(order, "partial", 0);

    String id = cancelAll(order, 5);

    JsonNode done = shop.await(id, "COMPLETED", SOON);
    assertThat(done.get("lines").get(0).get("asked").asInt()).isEqualTo(5);
    assertThat(done.get("lines").get(0).get("held").asInt()).isEqualTo(2);
    // Two of five units: round(2 × 10001 / 5); the delivery is still owed.
    assertThat(refunded(order)).containsExactly(4000L);
    assertThat(moved(order)).containsExactly("2");
    assertThat(booked(order)).isEqualTo(4000);
    behave(order, "ack", 0);
    String rest = cancelAll(order, 3);
    shop.await(rest, "COMPLETED", SOON);
    assertThat(refunded(order)).containsExactlyInAnyOrder(4000L, 6491L);
    assertThat(booked(order)).isEqualTo(10_491);
  }

  @Test
  void goods_that_the_warehouse_cannot_stop_are_rerouted_and_no_money_moves() {
    PlacedOrder order = shop.place(lamps("UF-1", 1, 4000));
    behave(order, "nack", 0);

    String id = cancelAll(order, 1);

    JsonNode rerouted = shop.await(id, "REROUTED", SOON);
    assertThat(rerouted.get("status").asText()).isEqualTo("GOODS_ON_THEIR_WAY");
    assertThat(openItems(id)).containsExactly("WAREHOUSE_REFUSED");
    assertThat(refunded(order)).isEmpty();
    assertThat(moved(order)).isEmpty();
    assertThat(books.letters(order, address(order.number()))).hasSize(2);
  }

  private static OrderDraft lamps(String number, int quantity, long goods) {
    return anOrder(number)
        .by("Uma Unsure", address(number))
        .line("LAMP-1", "Desk lamp", quantity, goods);
  }

  private static String address(String number) {
    return number.toLowerCase(java.util.Locale.ROOT) + "@unknown.example";
  }

  private static String cancelAll(PlacedOrder order, int units) {
    return shop.consent(shop.quote(order, 1, units).ok()).id();
  }

  private static Match refundOf(PlacedOrder order) {
    return new Match("POST", "^/v1/refunds$", order.payment());
  }

  private static Match voidOf(PlacedOrder order) {
    return Match.of("POST", "^/v1/payment_intents/" + order.payment() + "/cancel$");
  }

  private static void behave(PlacedOrder order, String answer, int delayMs) {
    books.tellWarehouse(
        "/control/behaviour",
        "{\"order\":\"%s\",\"answer\":\"%s\",\"delayMs\":%d}"
            .formatted(order.number(), answer, delayMs));
  }

  private static List<Long> refunded(PlacedOrder order) {
    return books.refunds(order).stream().map(refund -> refund.get("amount").asLong()).toList();
  }

  private static long booked(PlacedOrder order) {
    return books.count(
        "SELECT sum(refunded) FROM tender_account WHERE order_id = ?::uuid", order.id());
  }

  private static List<String> moved(PlacedOrder order) {
    return books.column("SELECT units FROM stock_movement WHERE order_id = ?::uuid", order.id());
  }

  private static List<String> openItems(String id) {
    return books.column(
        "SELECT reason FROM work_item WHERE cancellation_id = ?::uuid AND closed_at IS NULL", id);
  }

  /** Phases and outcomes of the calls that move money, in their order. */
  private static List<String> journal(String id) {
    return books.column(
        "SELECT CASE WHEN phase = 'ANSWERED' THEN outcome ELSE phase END FROM journal"
            + " WHERE cancellation_id = ?::uuid"
            + " AND step_id IN (SELECT id FROM step WHERE kind = 'REIMBURSE') ORDER BY id",
        id);
  }

  private static long calls(String id) {
    return journal(id).stream().filter("CALLING"::equals).count();
  }

  private static List<String> keys(String id) {
    return books.column(
        "SELECT DISTINCT attempt_id FROM journal WHERE cancellation_id = ?::uuid"
            + " AND step_id IN (SELECT id FROM step WHERE kind = 'REIMBURSE')",
        id);
  }
}
