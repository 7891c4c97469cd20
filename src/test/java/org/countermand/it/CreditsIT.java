package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.Answer;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gift cards and store credit over the API, from paying with them to cancelling them. */
class CreditsIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static World world;
  private static Books books;
  private static Shop shop;

  @BeforeAll
  static void meetTheWorld() {
    world = SharedWorld.get();
    books = new Books(world);
    shop = new Shop(world.node().uri(), world.settings());
  }

  @Test
  void what_was_paid_with_a_gift_card_is_on_it_again_and_can_be_spent_to_the_last_cent() {
    PlacedOrder order = shop.place(setUp("CR-1").payingWithGiftCard("cr-1", 2000));
    assertThat(credit("cr-1").get("balance").get("minor").asLong()).isZero();

    JsonNode quotation = shop.quote(order, 1, 3).ok();
    assertThat(quotation.get("tenders").get(0).get("kind").asText()).isEqualTo("CREDIT");
    JsonNode done = shop.await(shop.consent(quotation).id(), "COMPLETED", SOON);

    assertThat(done.get("status").asText()).isEqualTo("MONEY_ON_ITS_WAY");
    assertThat(credit("cr-1").get("balance").get("minor").asLong()).isEqualTo(2000);
    assertThat(books.payment(order).get("refunded").asLong()).isEqualTo(7000);
    assertThat(spend("cr-1", "o-1", 1500).status()).isEqualTo(201);
    assertThat(spend("cr-1", "o-1", 1500).status()).isEqualTo(200);
    assertThat(spend("cr-1", "o-1", 1400).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    Answer tooMuch = spend("cr-1", "o-2", 501);
    assertThat(tooMuch.status()).isEqualTo(409);
    assertThat(tooMuch.code()).isEqualTo("CREDIT_SHORT");
    assertThat(spend("cr-1", "o-2", 500).ok().get("balance").get("minor").asLong()).isZero();
    assertThat(kinds("cr-1")).containsExactly("RESTORED", "SPENT", "SPENT");
  }

  @Test
  void a_cancellation_that_goes_back_onto_credit_alone_asks_no_gateway() {
    PlacedOrder order = shop.place(setUp("CR-2").payingWithCredit("cr-2", 9000));
    String id = shop.consent(shop.quote(order, 1, 3).ok()).id();

    JsonNode done = shop.await(id, "COMPLETED", SOON);

    assertThat(done.get("status").asText()).isEqualTo("CREDIT_RESTORED");
    assertThat(done.get("refunds").get(0).get("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(
            books.column(
                "SELECT trim(j.phase || ' ' || j.outcome) FROM journal j JOIN step s ON s.id ="
                    + " j.step_id WHERE s.cancellation_id = ?::uuid AND s.kind = 'REIMBURSE'"
                    + " ORDER BY j.id",
                id))
        .containsExactly("CALLING", "ANSWERED DONE");
  }

  @Test
  void a_gift_card_that_was_bought_is_taken_back_before_its_money_is() {
    PlacedOrder order = shop.place(card("CR-3", "cr-3"));
    assertThat(credit("cr-3").get("balance").get("minor").asLong()).isEqualTo(5000);

    shop.await(shop.consent(shop.quote(order, 1, 1).ok()).id(), "COMPLETED", SOON);

    assertThat(credit("cr-3").get("balance").get("minor").asLong()).isZero();
    assertThat(kinds("cr-3")).containsExactly("OPENED", "TAKEN_BACK");
    assertThat(books.payment(order).get("refunded").asLong()).isEqualTo(5000);
  }

  @Test
  void a_gift_card_that_was_spent_cannot_be_cancelled_and_the_reason_says_what_is_left() {
    PlacedOrder order = shop.place(card("CR-4", "cr-4"));
    assertThat(spend("cr-4", "o-1", 1000).status()).isEqualTo(201);

    Answer refused = shop.quote(order, 1, 1);

    assertThat(refused.code()).isEqualTo("GIFT_CARD_SPENT");
    assertThat(refused.body().toString()).contains("€40.00");
    assertThat(shop.declare(order, 1, 1, "cr-4").ok().get("state").asText()).isEqualTo("REFUSED");
    assertThat(books.payment(order).get("refunded").asLong()).isZero();
  }

  @Test
  void nobody_can_spend_a_card_while_the_warehouse_is_asked_for_the_rest_of_its_order() {
    PlacedOrder order =
        shop.place(card("CR-5", "cr-5").line("LAMP-1", "Desk lamp", 1, 4000).shipping(490));
    books.tellWarehouse("/control/behaviour", "{\"order\":\"CR-5\",\"answer\":\"nack\"}");
    String id = shop.consent(shop.quote(order, Map.of(1, 1, 2, 1)).ok()).id();
    assertThat(credit("cr-5").get("balance").get("minor").asLong()).isZero();
    shop.await(id, "REROUTED", SOON);
    assertThat(kinds("cr-5")).containsExactly("OPENED", "TAKEN_BACK");
    assertThat(spend("cr-5", "o-1", 1).code()).isEqualTo("CREDIT_SHORT");
  }

  @Test
  void a_reservation_that_has_lapsed_is_told_as_what_it_is() throws Exception {
    PlacedOrder order = shop.place(setUp("CR-6").authorized());
    JsonNode quotation = shop.quote(order, 1, 3).ok();
    new JsonClient(world.settings().payment(), Settings.STRIPE_KEY)
        .post("/v1/payment_intents/" + order.payment() + "/cancel", "");

    JsonNode done = shop.await(shop.consent(quotation).id(), "COMPLETED", SOON);

    assertThat(done.get("refunds").get(0).get("kind").asText()).isEqualTo("LAPSED");
    assertThat(done.get("status").asText()).isEqualTo("RESERVATION_LIFTED");
    assertThat(done.get("needsPerson").asBoolean()).isFalse();
  }

  @Test
  void of_a_payment_taken_in_part_the_rest_is_given_up_first_and_what_has_to_be_is_refunded()
      throws Exception {
    PlacedOrder order = shop.place(setUp("CR-10").authorized());
    JsonNode quotation = shop.quote(order, 1, 2).ok();
    assertThat(quotation.get("tenders")).hasSize(1);
    new JsonClient(world.settings().payment(), Settings.STRIPE_KEY)
        .post(
            "/v1/payment_intents/" + order.payment() + "/capture",
            "amount_to_capture=6000&final_capture=false");

    String id = shop.consent(quotation).id();
    shop.await(id, "COMPLETED", SOON);

    assertThat(
            books.column(
                "SELECT kind || ' ' || state || ' ' || amount FROM refund_part"
                    + " WHERE cancellation_id = ?::uuid ORDER BY share",
                id))
        .containsExactly("LAPSING SUCCEEDED 3000", "REFUND SUCCEEDED 3000");
    assertThat(books.payment(order).get("voids").asInt()).isZero();
    assertThat(books.payment(order).get("refunded").asLong()).isEqualTo(3000);
    assertThat(
            books.column(
                "SELECT captured || ' ' || released || ' ' || refunded || ' ' || held"
                    + " FROM tender_account WHERE order_id = ?::uuid",
                order.id()))
        .containsExactly("6000 3000 3000 3000");
  }

  @Test
  void a_shop_chooses_from_when_on_which_tender_gives_first() throws Exception {
    try (Connection owner = world.database().connect(Role.OWNER);
        Statement statement = owner.createStatement()) {
      statement.execute(
          "INSERT INTO refund_waterfall VALUES ('retail', '2020-01-01', 'CARDS_FIRST'),"
              + " ('retail', '2999-01-01', 'AS_PAID') ON CONFLICT DO NOTHING");
    }
    Shop retail = new Shop(world.node().uri(), Accounts.RETAIL.key(), world.settings());
    PlacedOrder theirs = retail.place(setUp("CR-12").payingWithGiftCard("cr-12", 2000));
    PlacedOrder ours = shop.place(setUp("CR-13").payingWithGiftCard("cr-13", 2000));

    assertThat(ways(retail.quote(theirs, 1, 3).ok())).containsExactly("REFUND 7000", "CREDIT 2000");
    assertThat(ways(shop.quote(ours, 1, 3).ok())).containsExactly("CREDIT 2000", "REFUND 7000");
  }

  private static List<String> ways(JsonNode quotation) {
    return StreamSupport.stream(quotation.get("tenders").spliterator(), false)
        .map(way -> way.get("kind").asText() + " " + way.get("amount").get("minor").asLong())
        .toList();
  }

  @Test
  void who_cancels_what_is_cancelled_receives_the_first_cancellation_and_nothing_is_booked_twice() {
    PlacedOrder order = shop.place(setUp("CR-11").payingWithGiftCard("cr-11", 9000));
    String first = shop.declare(order, 1, 3, "cr-11-a").id();
    shop.await(first, "COMPLETED", SOON);

    Answer again = shop.declare(order, 1, 3, "cr-11-b");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.id()).isEqualTo(first);
    assertThat(kinds("cr-11")).containsExactly("RESTORED");
  }

  @Test
  void nobody_sees_or_spends_what_belongs_to_another_shop() {
    shop.place(card("CR-7", "cr-7"));
    Shop other = new Shop(world.node().uri(), Accounts.RETAIL.key(), world.settings());
    assertThat(other.send("GET", "credits/cr-7", "", Map.of()).status()).isEqualTo(404);
    assertThat(other.send("POST", "credits/cr-7/spendings", body("o", 1, "EUR"), Map.of()).status())
        .isEqualTo(404);
    assertThat(shop.send("GET", "credits/nothing", "", Map.of()).status()).isEqualTo(404);
    assertThat(credit("cr-7").get("balance").get("minor").asLong()).isEqualTo(5000);
  }

  @ParameterizedTest
  @CsvSource({
    "o, 0, EUR, FIELD_INVALID",
    "o, -5, EUR, FIELD_INVALID",
    "o, 5, USD, CURRENCY_MISMATCH",
    "o, 5, XXX, FIELD_INVALID",
    "'', 5, EUR, FIELD_MISSING",
  })
  void a_spending_that_says_nothing_sensible_is_refused_with_a_reason(
      String id, long minor, String currency, String code) {
    String token = "cr-8" + id + minor + currency;
    shop.place(card("CR-8" + id + minor + currency, token));
    Answer answer =
        shop.send("POST", "credits/" + token + "/spendings", body(id, minor, currency), Map.of());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(credit(token).get("balance").get("minor").asLong()).isEqualTo(5000);
  }

  @Test
  void one_token_is_one_kind_of_card_in_one_currency() {
    shop.place(card("CR-9", "cr-9"));
    OrderDraft asCredit = setUp("CR-9-b").payingWithCredit("cr-9", 1000);
    Answer kind = shop.post("orders", asCredit.json("pi_x"), Map.of());
    assertThat(kind.code()).isEqualTo("FIELD_INVALID");
    OrderDraft inDollars = setUp("CR-9-c").in("USD").payingWithGiftCard("cr-9", 1000);
    Answer currency = shop.post("orders", inDollars.json("pi_y"), Map.of());
    assertThat(currency.code()).isEqualTo("CURRENCY_MISMATCH");
    assertThat(books.count("SELECT count(*) FROM shop_order WHERE channel_number LIKE 'CR-9-%'"))
        .isZero();
  }

  private static OrderDraft setUp(String number) {
    return anOrder(number)
        .line("SETUP-1", "Setting up", 3, 9000, 0, "SERVICE")
        .by("Ana Muster", number.toLowerCase(java.util.Locale.ROOT) + "@example.org");
  }

  private static OrderDraft card(String number, String token) {
    return anOrder(number)
        .giftCard("CARD-50", "Gift card", token, 5000)
        .by("Ana Muster", number.toLowerCase(java.util.Locale.ROOT) + "@example.org");
  }

  private static JsonNode credit(String token) {
    return shop.send("GET", "credits/" + token, "", Map.of()).ok();
  }

  private static List<String> kinds(String token) {
    return StreamSupport.stream(credit(token).get("entries").spliterator(), false)
        .map(entry -> entry.get("kind").asText())
        .toList();
  }

  private static Answer spend(String token, String id, long minor) {
    return shop.send("POST", "credits/" + token + "/spendings", body(id, minor, "EUR"), Map.of());
  }

  private static String body(String id, long minor, String currency) {
    return "{\"id\":\"%s\",\"amount\":{\"minor\":%d,\"currency\":\"%s\"}}"
        .formatted(id, minor, currency);
  }
}
