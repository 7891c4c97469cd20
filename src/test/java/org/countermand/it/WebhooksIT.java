package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.countermand.sandbox.warehouse.Warehouse;
import org.countermand.sandbox.webhook.Endpoint;
import org.countermand.sandbox.webhook.Mode;
import org.countermand.sandbox.webhook.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the outside tells is only a hint, and only from those who can sign. */
class WebhooksIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SECRET = Settings.STRIPE_WEBHOOK_SECRET;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static World world;
  private static Books books;
  private static Shop shop;

  @BeforeAll
  static void meetTheWorld() {
    world = SharedWorld.get();
    books = new Books(world);
    shop = new Shop(world.node().uri(), world.settings());
  }

  @AfterEach
  void tellAsUsual() {
    world.party(PaymentServer.class).postman().tellNobody();
    world.party(PaymentServer.class).postman().tell(Endpoint.normal(url("stripe"), SECRET));
    world
        .party(Warehouse.class)
        .postman()
        .tell(Endpoint.normal(url("warehouse"), Settings.WAREHOUSE_SECRET));
  }

  @Test
  void a_message_without_a_signature_or_with_a_forged_or_an_old_one_is_not_heard()
      throws Exception {
    String body = event("evt_forged", "pi_unknown");
    long now = Instant.now().getEpochSecond();

    assertRefused(send(body, ""));
    assertRefused(send(body, "t=now,v1=yes"));
    assertRefused(send(body, Signature.header("whsec_of_somebody_else", now, body)));
    assertRefused(send(body, Signature.header(SECRET, now - 3600, body)));
    assertRefused(send(body + " ", Signature.header(SECRET, now, body)));
    assertThat(heard("evt_forged")).isZero();
  }

  @Test
  void a_message_is_heard_once_however_often_it_comes() throws Exception {
    String body = event("evt_twice", "pi_unknown");
    String signature = Signature.header(SECRET, Instant.now().getEpochSecond(), body);

    List<HttpResponse<String>> answers = AtOnce.times(6, n -> send(body, signature));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    assertThat(heard("evt_twice")).isEqualTo(1);
  }

  @Test
  void a_signed_message_about_a_payment_that_is_not_ours_changes_nothing() throws Exception {
    long accounts = books.count("SELECT count(*) FROM tender_account");
    String body = event("evt_foreign", "pi_of_another_shop");

    HttpResponse<String> answer =
        send(body, Signature.header(SECRET, Instant.now().getEpochSecond(), body));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(books.count("SELECT count(*) FROM tender_account")).isEqualTo(accounts);
  }

  @Test
  void a_well_signed_message_that_lies_is_checked_with_the_gateway_and_does_no_harm()
      throws Exception {
    PlacedOrder order = place("WL-1");
    String id = cancel(order);
    JsonNode done = shop.await(id, "COMPLETED", SOON);
    String refund = done.get("refunds").get(0).get("reference").asText();
    String part =
        books.column("SELECT id FROM refund_part WHERE cancellation_id = ?::uuid", id).get(0);
    String lie =
        """
        {"id":"evt_lie","object":"event","type":"refund.failed","data":{"object":{"id":"%s",\
        "object":"refund","status":"failed","payment_intent":"%s",\
        "metadata":{"countermand_part":"%s"}}}}"""
            .formatted(refund, order.payment(), part);

    HttpResponse<String> answer =
        send(lie, Signature.header(SECRET, Instant.now().getEpochSecond(), lie));

    assertThat(answer.statusCode()).isEqualTo(200);
    Thread.sleep(1000);
    assertThat(partState(id)).isEqualTo("SUCCEEDED");
    assertThat(booked(order)).isEqualTo(4000);
  }

  @Test
  void repeated_and_shuffled_messages_of_both_parties_change_nothing_in_the_result() {
    world
        .party(PaymentServer.class)
        .postman()
        .tell(new Endpoint(url("stripe"), SECRET, Mode.REPEATED, 0, 4));
    world
        .party(PaymentServer.class)
        .postman()
        .tell(
            new Endpoint(
                world.nodes().get(1).uri().resolve("/api/v1/webhooks/stripe"),
                SECRET,
                Mode.SHUFFLED,
                800,
                null));
    List<PlacedOrder> orders = IntStream.range(0, 8).mapToObj(i -> place("WS-" + i)).toList();
    orders.forEach(
        order ->
            books.tellWarehouse(
                "/control/behaviour",
                "{\"order\":\"%s\",\"answer\":\"late\",\"delayMs\":300,\"repeat\":3}"
                    .formatted(order.number())));

    List<String> ids = orders.stream().map(WebhooksIT::cancel).toList();

    ids.forEach(id -> shop.await(id, "COMPLETED", SOON));
    Books.eventually(() -> world.party(PaymentServer.class).postman().waiting() == 0);
    ids.forEach(id -> assertThat(partState(id)).isEqualTo("SUCCEEDED"));
    orders.forEach(
        order -> {
          assertThat(books.refunds(order)).hasSize(1);
          assertThat(booked(order)).isEqualTo(4000);
          assertThat(
                  books.count(
                      "SELECT count(*) FROM stock_movement WHERE order_id = ?::uuid", order.id()))
              .isEqualTo(1);
        });
  }

  @Test
  void a_pending_refund_that_succeeds_later_is_known_to_have_succeeded() {
    PlacedOrder order = place("WP-1");
    pending(order);
    String id = cancel(order);
    shop.await(id, "COMPLETED", SOON);
    assertThat(partState(id)).isEqualTo("PENDING");

    move(order, "succeeded");

    Books.eventually(() -> partState(id).equals("SUCCEEDED"));
    assertThat(
            books.count(
                "SELECT count(settled_at) FROM refund_part WHERE cancellation_id = ?::uuid", id))
        .isEqualTo(1);
    assertThat(booked(order)).isEqualTo(4000);
  }

  @Test
  void a_pending_refund_that_fails_later_needs_a_person_and_the_buyer_is_told() {
    PlacedOrder order = place("WF-1");
    pending(order);
    String id = cancel(order);
    shop.await(id, "COMPLETED", SOON);

    move(order, "failed");

    assertFailedAndTold(order, id);
  }

  @Test
  void a_refund_that_had_succeeded_and_fails_days_later_needs_a_person_too() {
    PlacedOrder order = place("WD-1");
    String id = cancel(order);
    shop.await(id, "COMPLETED", SOON);
    assertThat(partState(id)).isEqualTo("SUCCEEDED");

    move(order, "failed");

    assertFailedAndTold(order, id);
  }

  private static void assertFailedAndTold(PlacedOrder order, String id) {
    Books.eventually(() -> partState(id).equals("FAILED"));
    JsonNode told = shop.cancellation(id).body();
    assertThat(told.get("state").asText()).isEqualTo("COMPLETED");
    assertThat(told.get("status").asText()).isEqualTo("REFUND_FAILED");
    assertThat(told.get("needsPerson").asBoolean()).isTrue();
    assertThat(
            books.column(
                "SELECT reason FROM work_item WHERE cancellation_id = ?::uuid"
                    + " AND closed_at IS NULL",
                id))
        .containsExactly("REFUND_FAILED");
    assertThat(booked(order)).isZero();
    // Received, done, and now the bad news, once.
    assertThat(books.letters(order, address(order.number()))).hasSize(3);
  }

  private static PlacedOrder place(String number) {
    return shop.place(
        anOrder(number).by("Wanda Webhook", address(number)).line("LAMP-1", "Desk lamp", 1, 4000));
  }

  private static String address(String number) {
    return number.toLowerCase(Locale.ROOT) + "@webhooks.example";
  }

  private static String cancel(PlacedOrder order) {
    return shop.consent(shop.quote(order, 1, 1).ok()).id();
  }

  private static void pending(PlacedOrder order) {
    books.tellGateway(
        "/control/refund-outcome",
        "{\"status\":\"pending\",\"forPaymentIntent\":\"%s\"}".formatted(order.payment()));
  }

  private static void move(PlacedOrder order, String status) {
    String refund = books.refunds(order).get(0).get("id").asText();
    books.tellGateway("/control/refunds/" + refund, "{\"status\":\"%s\"}".formatted(status));
  }

  private static String partState(String id) {
    return books.column("SELECT state FROM refund_part WHERE cancellation_id = ?::uuid", id).get(0);
  }

  private static long booked(PlacedOrder order) {
    return books.count(
        "SELECT sum(refunded) FROM tender_account WHERE order_id = ?::uuid", order.id());
  }

  private static long heard(String event) {
    return books.count("SELECT count(*) FROM gateway_news WHERE id = ?", event);
  }

  private static String event(String id, String payment) {
    return """
        {"id":"%s","object":"event","type":"payment_intent.succeeded",\
        "data":{"object":{"id":"%s","object":"payment_intent"}}}"""
        .formatted(id, payment);
  }

  private static URI url(String party) {
    return world.settings().portal().resolve("/api/v1/webhooks/" + party);
  }

  private static HttpResponse<String> send(String body, String signature) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url("stripe"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (!signature.isEmpty()) {
      request.header("Stripe-Signature", signature);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("SIGNATURE_INVALID");
  }
}
