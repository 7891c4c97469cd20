package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.WorldPorts;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.countermand.sandbox.webhook.Signature;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand signed events, shuffled and each up to three times, at one node's real endpoint,
 * while the gateway itself tells nothing. They leave the same behind as the few that tell the same
 * story in order. The figures are printed for people.
 */
@Tag("soak")
class WebhookStormSoakIT {

  private static final int EVENTS = Integer.getInteger("countermand.soak.events", 10_000);
  private static final int ORDERS = 40;
  private static final int CALLERS = 16;
  private static final Duration SOON = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random dice = new Random(20261125);
  private URI endpoint = URI.create("http://localhost");

  @Test
  void a_storm_of_events_leaves_the_same_behind_as_the_few_in_order() throws Exception {
    Settings settings =
        new Settings(Path.of("target/world-storm"), true, WorldPorts.free(1), List.of());
    try (World world = World.start(settings)) {
      endpoint = settings.portal().resolve("/api/v1/webhooks/stripe");
      Books books = new Books(world);
      Shop shop = new Shop(world.node().uri(), settings);
      JsonClient gateway = new JsonClient(settings.payment(), Settings.STRIPE_KEY);
      List<PlacedOrder> calm = refunded(books, shop, "CALM");
      List<PlacedOrder> stormy = refunded(books, shop, "STORM");
      world.party(PaymentServer.class).postman().tellNobody();
      live(books, gateway, calm);
      live(books, gateway, stormy);

      List<String> story = told(gateway, calm);
      for (int i = 0; i < story.size(); i++) {
        assertThat(send(story.get(i))).isEqualTo(200);
      }
      List<String> storm = storm(told(gateway, stormy));
      send(storm.subList(0, 2_000), "warm-up");
      long commits = commits(books);
      long cpu = cpu(world);
      long begun = System.nanoTime();
      send(storm.subList(2_000, storm.size()), "storm");
      double seconds = (System.nanoTime() - begun) / 1e9;
      int sent = storm.size() - 2_000;
      System.out.printf(
          Locale.ROOT,
          "webhook storm: %d messages of %d events in %.1f s: %.0f/s; %.2f ms CPU of the node and"
              + " %.2f commits a message%n",
          sent,
          EVENTS,
          seconds,
          sent / seconds,
          (cpu(world) - cpu) / (double) sent,
          (commits(books) - commits) / (double) sent);

      Books.eventually(
          () -> books.count("SELECT count(*) FROM gateway_question") == 0, Duration.ofMinutes(3));
      Books.eventually(() -> state(books, stormy).equals(state(books, calm)), SOON);
      assertThat(state(books, stormy)).contains("FAILED", "external 100", "REFUND_FAILED");
      assertThat(books.count("SELECT count(*) FROM gateway_news WHERE id LIKE 'evt_storm%'"))
          .isEqualTo(EVENTS);
    }
  }

  private static List<PlacedOrder> refunded(Books books, Shop shop, String name) {
    List<PlacedOrder> orders = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      String number = name + "-" + i;
      orders.add(
          shop.place(
              anOrder(number)
                  .by("Stella Sturm", number.toLowerCase(Locale.ROOT) + "@storm.example")
                  .line("LAMP-1", "Desk lamp", 2, 8000)));
    }
    List<String> ids =
        orders.stream().map(order -> shop.consent(shop.quote(order, 1, 1).ok()).id()).toList();
    ids.forEach(id -> shop.await(id, "COMPLETED", SOON));
    Books.eventually(() -> books.count("SELECT count(*) FROM gateway_question") == 0, SOON);
    return orders;
  }

  /** What becomes of refunds later: some fail, some are followed by one by hand, most are done. */
  private static void live(Books books, JsonClient gateway, List<PlacedOrder> orders)
      throws IOException {
    for (int i = 0; i < orders.size(); i++) {
      PlacedOrder order = orders.get(i);
      if (i % 4 == 0) {
        String refund = books.refunds(order).get(0).get("id").asText();
        books.tellGateway("/control/refunds/" + refund, "{\"status\":\"failed\"}");
      } else if (i % 4 == 1) {
        gateway.post("/v1/refunds", "payment_intent=" + order.payment() + "&amount=100");
      }
    }
  }

  /** The events of these orders, in the order in which they happened. */
  private static List<String> told(JsonClient gateway, List<PlacedOrder> orders)
      throws IOException {
    List<String> payments = orders.stream().map(PlacedOrder::payment).toList();
    List<String> events = new ArrayList<>();
    String after = "";
    JsonNode page;
    do {
      page = gateway.get("/v1/events?limit=100" + after);
      for (JsonNode event : page.path("data")) {
        JsonNode about = event.path("data").path("object");
        String payment = about.path("payment_intent").asText(about.path("id").asText());
        if (payments.contains(payment)) {
          events.add(event.toString());
        }
        after = "&starting_after=" + event.path("id").asText();
      }
    } while (page.path("has_more").asBoolean());
    Collections.reverse(events);
    return events;
  }

  /** So many different events that tell the same story, each up to three times, shuffled. */
  private List<String> storm(List<String> story) {
    List<String> storm = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      ObjectNode event = Json.read(story.get(i % story.size()), ObjectNode.class);
      String body = event.put("id", "evt_storm" + i).toString();
      for (int times = 1 + dice.nextInt(3); times > 0; times--) {
        storm.add(body);
      }
    }
    Collections.shuffle(storm, dice);
    return storm;
  }

  private void send(List<String> bodies, String what) {
    AtomicInteger next = new AtomicInteger();
    List<Integer> refused =
        AtOnce.times(
            CALLERS,
            n -> {
              int wrong = 0;
              for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                wrong += send(bodies.get(i)) == 200 ? 0 : 1;
              }
              return wrong;
            });
    assertThat(refused).as(what).containsOnly(0);
  }

  private int send(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header(
                "Stripe-Signature",
                Signature.header(
                    Settings.STRIPE_WEBHOOK_SECRET, Instant.now().getEpochSecond(), body))
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** What is left behind of every order, without what tells one order from another. */
  private static String state(Books books, List<PlacedOrder> orders) {
    StringBuilder state = new StringBuilder();
    for (PlacedOrder order : orders) {
      state.append(
          books
              .column(
                  "SELECT concat_ws(' ', p.state, p.amount, 'refunded', a.refunded, 'external',"
                      + " a.external, (SELECT string_agg(w.reason, ',' ORDER BY w.reason)"
                      + " FROM work_item w WHERE w.cancellation_id = p.cancellation_id"
                      + " AND w.closed_at IS NULL), (SELECT count(*) FROM external_refund e"
                      + " WHERE e.order_id = p.order_id))"
                      + " FROM refund_part p JOIN tender_account a ON a.tender_id = p.tender_id"
                      + " WHERE p.order_id = ?::uuid",
                  order.id())
              .get(0));
      state.append('\n');
    }
    return state.toString();
  }

  private static long commits(Books books) {
    return books.count(
        "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");
  }

  /** Milliseconds of processor time that the node has used. */
  private static long cpu(World world) {
    return ProcessHandle.of(world.node().pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toMillis)
        .orElseThrow(() -> new UncheckedIOException(new IOException("the node is gone")));
  }
}
