package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.mailbox.Mail;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.Answer;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many want the same at the same moment, on two nodes; the money moves once. */
class RacesIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Pattern MESSAGE_ID =
      Pattern.compile("^Message-ID: *(\\S+)", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private static World world;
  private static Books books;
  private static List<Shop> shops;

  @BeforeAll
  static void meetTheWorld() {
    world = SharedWorld.get();
    books = new Books(world);
    shops = world.nodes().stream().map(node -> new Shop(node.uri(), world.settings())).toList();
  }

  @Test
  void ten_confirmations_of_one_quotation_make_one_cancellation_one_refund_and_one_movement() {
    Map<PlacedOrder, String> raced = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      PlacedOrder order = shop(i).place(lamps("RA-" + i, 2, 8000).shipping(490));
      JsonNode quotation = shop(i + 1).quote(order, 1, 2).ok();

      List<Answer> answers = AtOnce.times(10, n -> shop(n).consent(quotation));

      assertOneWon(answers);
      raced.put(order, answers.get(0).id());
    }
    raced.forEach((order, id) -> shop(0).await(id, "COMPLETED", SOON));
    raced.forEach(
        (order, id) -> {
          assertThat(refunded(order)).containsExactly(8490L);
          assertThat(moved(order, id)).containsExactly("2");
          assertThat(books.movements(order, "release")).hasSize(1);
          assertThat(booked(order)).isEqualTo(8490);
          assertThat(cancellations(order)).isEqualTo(1);
          assertThat(credits(order)).isEqualTo(1);
          List<Mail> letters = books.letters(order, address(order.number()));
          assertThat(letters).hasSize(2);
          assertThat(letters.stream().map(RacesIT::messageId).distinct()).hasSize(2);
          assertThat(letters.stream().map(Mail::subject).distinct()).hasSize(2);
        });
  }

  @Test
  void of_two_quotations_for_the_same_units_one_wins_and_the_other_receives_its_cancellation() {
    for (int i = 0; i < 8; i++) {
      PlacedOrder order = shop(i).place(lamps("RB-" + i, 1, 4000).shipping(490));
      List<JsonNode> quotations =
          List.of(shop(0).quote(order, 1, 1).ok(), shop(1).quote(order, 1, 1).ok());

      List<Answer> answers = AtOnce.times(2, n -> shop(n).consent(quotations.get(n)));

      assertOneWon(answers);
      shop(0).await(answers.get(0).id(), "COMPLETED", SOON);
      assertThat(refunded(order)).containsExactly(4490L);
      assertThat(booked(order)).isEqualTo(4490);
      assertThat(cancellations(order)).isEqualTo(1);
      assertThat(consents(order)).isEqualTo(1);
    }
  }

  @Test
  void two_who_want_one_unit_each_of_three_equal_ones_both_get_theirs() {
    for (int i = 0; i < 6; i++) {
      PlacedOrder order = shop(i).place(lamps("RC-" + i, 3, 9000));
      List<JsonNode> quotations =
          List.of(shop(0).quote(order, 1, 1).ok(), shop(1).quote(order, 1, 1).ok());

      List<Answer> answers = AtOnce.times(2, n -> shop(n).consent(quotations.get(n)));

      assertThat(answers).extracting(Answer::status).containsOnly(201);
      assertThat(answers.stream().map(Answer::id).distinct()).hasSize(2);
      answers.forEach(answer -> shop(0).await(answer.id(), "COMPLETED", SOON));
      assertThat(refunded(order)).containsExactly(3000L, 3000L);
      assertThat(booked(order)).isEqualTo(6000);
      assertThat(claimed(order)).containsExactly("1-1", "2-2");
    }
  }

  @Test
  void units_that_do_not_divide_evenly_are_asked_for_again_and_sum_up_exactly() {
    for (int i = 0; i < 3; i++) {
      PlacedOrder order = shop(i).place(lamps("RCU-" + i, 3, 10_000));
      List<JsonNode> quotations =
          List.of(shop(0).quote(order, 1, 1).ok(), shop(1).quote(order, 1, 1).ok());

      List<Answer> answers = AtOnce.times(2, n -> shop(n).consent(quotations.get(n)));

      // The second unit costs a cent more than the first, so who comes second is asked again.
      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
      List<String> ids = new ArrayList<>(won(answers));
      for (int left = 2; left > 0; left--) {
        ids.add(shop(left).consent(shop(0).quote(order, 1, 1).ok()).id());
      }
      ids.forEach(id -> shop(0).await(id, "COMPLETED", SOON));
      assertThat(refunded(order)).containsExactlyInAnyOrder(3333L, 3334L, 3333L);
      assertThat(booked(order)).isEqualTo(10_000);
      assertThat(claimed(order)).containsExactly("1-1", "2-2", "3-3");
    }
  }

  @Test
  void three_declarations_for_one_unit_each_take_three_different_units() {
    for (int i = 0; i < 3; i++) {
      PlacedOrder order = shop(i).place(lamps("RCD-" + i, 3, 10_000).shipping(490));

      List<Answer> answers =
          AtOnce.times(3, n -> shop(n).declare(order, 1, 1, order.number() + "-" + n));

      assertThat(answers).extracting(Answer::status).containsOnly(201);
      answers.forEach(answer -> shop(0).await(answer.id(), "COMPLETED", SOON));
      // Whoever happens to be last takes the delivery cost back too.
      assertThat(refunded(order).stream().mapToLong(Long::longValue).sum()).isEqualTo(10_490);
      assertThat(booked(order)).isEqualTo(10_490);
      assertThat(claimed(order)).containsExactly("1-1", "2-2", "3-3");
      assertThat(moved(order)).containsExactly("1", "1", "1");
    }
  }

  @Test
  void of_two_that_overlap_in_part_one_wins_and_the_other_leaves_nothing_behind() {
    for (int i = 0; i < 6; i++) {
      PlacedOrder order =
          shop(i)
              .place(
                  draft("RD-" + i)
                      .line("LAMP-1", "Desk lamp", 1, 4000)
                      .line("BULB-1", "Bulb", 1, 500)
                      .line("CORD-1", "Cord", 1, 900));
      List<JsonNode> quotations =
          List.of(
              shop(0).quote(order, Map.of(1, 1, 2, 1)).ok(),
              shop(1).quote(order, Map.of(2, 1, 3, 1)).ok());

      List<Answer> answers = AtOnce.times(2, n -> shop(n).consent(quotations.get(n)));

      assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
      assertThat(answers.stream().filter(a -> a.status() == 409).findAny().orElseThrow().code())
          .isEqualTo("QUOTATION_STALE");
      String id = won(answers).get(0);
      long paid = shop(0).await(id, "COMPLETED", SOON).get("amount").get("minor").asLong();
      assertThat(refunded(order)).containsExactly(paid);
      assertThat(cancellations(order)).isEqualTo(1);
      assertThat(consents(order)).isEqualTo(1);
      assertThat(count("request_record", order)).isEqualTo(1);
      assertThat(count("unit_claim", order)).isEqualTo(2);
      assertThat(count("refund_part", order)).isEqualTo(1);
      assertThat(moved(order)).containsExactly("1", "1");
    }
  }

  @Test
  void a_consent_a_declaration_and_a_channel_at_the_same_moment_make_one_cancellation() {
    for (int i = 0; i < 6; i++) {
      PlacedOrder order = shop(i).place(lamps("RE-" + i, 1, 4000));
      JsonNode quotation = shop(i).quote(order, 1, 1).ok();
      String key = order.number();
      List<Callable<Answer>> ways =
          List.of(
              () -> shop(0).consent(quotation),
              () -> shop(1).declare(order, 1, 1, key + "-declared"),
              () -> shop(0).post("cancellations", instruction(order), key(key + "-channel")),
              () -> shop(1).consent(quotation));

      List<Answer> answers = AtOnce.all(ways);

      assertOneWon(answers);
      shop(0).await(answers.get(0).id(), "COMPLETED", SOON);
      assertThat(refunded(order)).containsExactly(4000L);
      assertThat(cancellations(order)).isEqualTo(1);
    }
  }

  @Test
  void of_two_at_once_one_drains_the_gift_card_and_the_other_draws_on_the_bank_card() {
    for (int i = 0; i < 4; i++) {
      String card = "race-" + i;
      PlacedOrder order = shop(i).place(lamps("RG-" + i, 2, 8000).payingWithGiftCard(card, 4000));

      List<Answer> answers =
          AtOnce.times(2, n -> shop(n).declare(order, 1, 1, order.number() + "-" + n));

      assertThat(answers).extracting(Answer::status).containsOnly(201);
      answers.forEach(answer -> shop(0).await(answer.id(), "COMPLETED", SOON));
      assertThat(refunded(order)).containsExactly(4000L);
      assertThat(restored(card)).containsExactly("4000");
      assertThat(parts(order)).containsExactlyInAnyOrder("CREDIT 4000", "REFUND 4000");
    }
  }

  @Test
  void equal_parts_of_two_cancellations_at_once_go_back_onto_one_gift_card_twice() {
    for (int i = 0; i < 4; i++) {
      String card = "equal-" + i;
      PlacedOrder order = shop(i).place(lamps("RGE-" + i, 3, 9000).payingWithGiftCard(card, 9000));

      List<Answer> answers =
          AtOnce.times(2, n -> shop(n).declare(order, 1, 1, order.number() + "-" + n));

      assertThat(answers.stream().map(Answer::id).distinct()).hasSize(2);
      answers.forEach(answer -> shop(0).await(answer.id(), "COMPLETED", SOON));
      assertThat(restored(card)).containsExactly("3000", "3000");
      assertThat(claimed(order)).containsExactly("1-1", "2-2");
    }
  }

  @Test
  void the_buyer_the_shop_and_the_channel_at_once_empty_several_tenders_once() {
    for (int i = 0; i < 4; i++) {
      String card = "all-" + i;
      PlacedOrder order =
          shop(i)
              .place(
                  lamps("RGA-" + i, 1, 9000)
                      .payingWithGiftCard(card, 2000)
                      .payingWithSecondCard(3000));
      JsonNode quotation = shop(i).quote(order, 1, 1).ok();
      String key = order.number();
      List<Callable<Answer>> ways =
          List.of(
              () -> shop(0).consent(quotation),
              () -> shop(1).consent(quotation),
              () -> shop(0).declare(order, 1, 1, key + "-declared"),
              () -> shop(1).post("cancellations", instruction(order), key(key + "-channel")));

      assertOneWon(AtOnce.all(ways));

      String id =
          books.column("SELECT id FROM cancellation WHERE order_id = ?::uuid", order.id()).get(0);
      shop(0).await(id, "COMPLETED", SOON);
      assertThat(parts(order))
          .containsExactlyInAnyOrder("CREDIT 2000", "REFUND 4000", "REFUND 3000");
      assertThat(restored(card)).containsExactly("2000");
      assertThat(refunded(order)).containsExactly(4000L);
    }
  }

  @Test
  void a_gift_card_that_is_spent_and_cancelled_at_once_is_one_or_the_other() {
    for (int i = 0; i < 6; i++) {
      String card = "bought-" + i;
      PlacedOrder order =
          shop(i).place(draft("RGS-" + i).giftCard("CARD", "Gift card", card, 5000));
      JsonNode quotation = shop(i).quote(order, 1, 1).ok();
      String spending = "{\"id\":\"o-1\",\"amount\":{\"minor\":1,\"currency\":\"EUR\"}}";

      List<Answer> answers =
          AtOnce.all(
              List.of(
                  () -> shop(0).consent(quotation),
                  () ->
                      shop(1).send("POST", "credits/" + card + "/spendings", spending, Map.of())));

      assertThat(answers.get(0).status()).isEqualTo(201);
      String state = answers.get(0).body().get("state").asText();
      boolean spent = answers.get(1).status() == 201;
      assertThat(spent).as("%s", answers).isEqualTo(state.equals("REFUSED"));
      assertThat(answers.get(1).code()).isEqualTo(spent ? "" : "CREDIT_SHORT");
      if (!spent) {
        shop(0).await(answers.get(0).id(), "COMPLETED", SOON);
      }
      assertThat(refunded(order)).isEqualTo(spent ? List.of() : List.of(5000L));
      assertThat(
              shop(0)
                  .send("GET", "credits/" + card, "", Map.of())
                  .ok()
                  .get("balance")
                  .get("minor")
                  .asLong())
          .isEqualTo(spent ? 4999 : 0);
    }
  }

  @Test
  void one_key_twice_at_once_with_the_same_body_is_one_request() {
    for (int i = 0; i < 6; i++) {
      // Two units and one wanted: a second request would find another unit to take.
      PlacedOrder order = shop(i).place(lamps("RK-" + i, 2, 8000));

      List<Answer> answers = AtOnce.times(4, n -> shop(n).declare(order, 1, 1, order.number()));

      assertOneWon(answers);
      shop(0).await(answers.get(0).id(), "COMPLETED", SOON);
      assertThat(refunded(order)).containsExactly(4000L);
      assertThat(cancellations(order)).isEqualTo(1);
    }
  }

  @Test
  void one_key_twice_at_once_with_another_body_is_refused_whichever_comes_second() {
    for (int i = 0; i < 6; i++) {
      PlacedOrder order = shop(i).place(lamps("RKB-" + i, 3, 9000));

      List<Answer> answers = AtOnce.times(2, n -> shop(n).declare(order, 1, n + 1, order.number()));

      assertReused(answers);
      assertThat(cancellations(order)).isEqualTo(1);
    }
  }

  @Test
  void one_key_twice_at_once_for_two_orders_is_refused_whichever_comes_second() {
    for (int i = 0; i < 6; i++) {
      List<PlacedOrder> orders =
          List.of(
              shop(0).place(lamps("RKO-" + i + "-a", 1, 4000)),
              shop(1).place(lamps("RKO-" + i + "-b", 1, 4000)));
      String key = "RKO-" + i;

      List<Answer> answers = AtOnce.times(2, n -> shop(n).declare(orders.get(n), 1, 1, key));

      assertReused(answers);
      assertThat(cancellations(orders.get(0)) + cancellations(orders.get(1))).isEqualTo(1);
    }
  }

  @Test
  void an_authorization_is_voided_once_and_never_while_something_of_it_remains() {
    for (int i = 0; i < 6; i++) {
      PlacedOrder order = shop(i).place(lamps("RV-" + i, 3, 9000).authorized());
      String first = shop(i).declare(order, 1, 1, order.number() + "-first").id();
      JsonNode partly = shop(0).await(first, "COMPLETED", SOON);
      assertThat(partly.get("refunds").get(0).get("kind").asText()).isEqualTo("CEILING");
      assertThat(books.payment(order).get("voids").asInt()).isZero();
      assertThat(books.payment(order).get("status").asText()).isEqualTo("requires_capture");
      assertThat(released(order)).isEqualTo(3000);

      List<Answer> answers =
          AtOnce.times(2, n -> shop(n).declare(order, 1, 1, order.number() + "-" + n));

      List<String> kinds =
          answers.stream()
              .map(answer -> shop(0).await(answer.id(), "COMPLETED", SOON))
              .map(done -> done.get("refunds").get(0).get("kind").asText())
              .toList();
      assertThat(kinds).containsExactlyInAnyOrder("CEILING", "VOID");
      assertThat(books.payment(order).get("voids").asInt()).isEqualTo(1);
      assertThat(books.payment(order).get("status").asText()).isEqualTo("canceled");
      assertThat(books.refunds(order)).isEmpty();
      assertThat(released(order)).isEqualTo(9000);
    }
  }

  @Test
  void what_is_taken_back_while_the_warehouse_is_asked_is_either_undone_or_executed() {
    for (int i = 0; i < 12; i++) {
      PlacedOrder order = shop(i).place(lamps("RT-" + i, 1, 4000));
      String id = shop(i).consent(shop(i).quote(order, 1, 1).ok()).id();
      // Sent at once; who is quicker, the runner or the regret, is left to chance.
      int taken =
          shop(i + 1).send("POST", "cancellations/" + id + "/withdrawal", "", Map.of()).status();

      if (taken == 200) {
        assertThat(shop(0).cancellation(id).body().get("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(refunded(order)).isEmpty();
        assertThat(count("unit_claim", order)).isZero();
        // Nobody asked the warehouse, or the goods would lie there for ever.
        assertThat(books.movements(order, "hold")).isEmpty();
      } else {
        assertThat(taken).isEqualTo(409);
        shop(0).await(id, "COMPLETED", SOON);
        assertThat(refunded(order)).containsExactly(4000L);
      }
    }
  }

  private static void assertOneWon(List<Answer> answers) {
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(answers.size() - 1);
    assertThat(answers.stream().map(Answer::id).distinct()).hasSize(1);
  }

  private static void assertReused(List<Answer> answers) {
    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 422);
    assertThat(answers.stream().map(Answer::code)).contains("IDEMPOTENCY_KEY_REUSED");
  }

  private static List<String> won(List<Answer> answers) {
    return answers.stream().filter(answer -> answer.status() == 201).map(Answer::id).toList();
  }

  private static Shop shop(int n) {
    return shops.get(n % shops.size());
  }

  private static OrderDraft draft(String number) {
    return anOrder(number).by("Rita Race", address(number));
  }

  private static OrderDraft lamps(String number, int quantity, long goods) {
    return draft(number).line("LAMP-1", "Desk lamp", quantity, goods);
  }

  private static String address(String number) {
    return number.toLowerCase(Locale.ROOT) + "@races.example";
  }

  private static ObjectNode instruction(PlacedOrder order) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("order", order.id());
    body.putArray("lines").addObject().put("line", order.line(1)).put("quantity", 1);
    body.putObject("basis").put("type", "channel_instruction").put("reference", order.number());
    return body;
  }

  private static Map<String, String> key(String key) {
    return Map.of("Idempotency-Key", key);
  }

  private static List<Long> refunded(PlacedOrder order) {
    return books.refunds(order).stream().map(refund -> refund.get("amount").asLong()).toList();
  }

  private static long booked(PlacedOrder order) {
    long booked =
        books.count(
            "SELECT sum(refunded) FROM tender_account WHERE order_id = ?::uuid", order.id());
    assertThat(booked).isEqualTo(books.payment(order).get("refunded").asLong());
    return booked;
  }

  private static long released(PlacedOrder order) {
    return books.count(
        "SELECT sum(released) FROM tender_account WHERE order_id = ?::uuid", order.id());
  }

  private static List<String> restored(String card) {
    return books.column(
        "SELECT e.amount FROM credit_entry e JOIN credit_account a ON a.id = e.account_id"
            + " WHERE a.reference = ? AND e.kind = 'RESTORED'",
        card);
  }

  private static List<String> parts(PlacedOrder order) {
    return books.column(
        "SELECT kind || ' ' || amount FROM refund_part WHERE order_id = ?::uuid"
            + " AND state = 'SUCCEEDED'",
        order.id());
  }

  private static List<String> claimed(PlacedOrder order) {
    return books.column(
        "SELECT first_unit || '-' || last_unit FROM unit_claim WHERE order_id = ?::uuid"
            + " ORDER BY first_unit",
        order.id());
  }

  private static List<String> moved(PlacedOrder order) {
    return books.column("SELECT units FROM stock_movement WHERE order_id = ?::uuid", order.id());
  }

  private static List<String> moved(PlacedOrder order, String cancellation) {
    return books.column(
        "SELECT units FROM stock_movement WHERE order_id = ?::uuid AND cancellation_id = ?::uuid",
        order.id(),
        cancellation);
  }

  private static long cancellations(PlacedOrder order) {
    return count("cancellation", order);
  }

  private static long consents(PlacedOrder order) {
    return count("consent", order);
  }

  private static long credits(PlacedOrder order) {
    return count("document", order);
  }

  private static long count(String table, PlacedOrder order) {
    return books.count("SELECT count(*) FROM " + table + " WHERE order_id = ?::uuid", order.id());
  }

  private static String messageId(Mail mail) {
    Matcher matcher = MESSAGE_ID.matcher(new String(mail.raw(), StandardCharsets.UTF_8));
    return matcher.find() ? matcher.group(1) : "";
  }
}
