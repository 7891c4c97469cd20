package org.countermand.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.JsonClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every answer of the server is held against Stripe's own description of its API. */
@Tag("real-data")
class StripeWireFormatTest {

  /** Fields that are younger than the description. */
  private static final Set<String> YOUNGER = Set.of("destination_details", "pending_reason");

  private static OpenApi openApi;
  private static PaymentServer server;
  private static JsonClient client;

  @BeforeAll
  static void start() throws IOException {
    Path yaml =
        Path.of(System.getProperty("countermand.shared", "../shared"))
            .resolve("data/payments/stripe/spec3.2023-09-12.yaml");
    assumeTrue(Files.exists(yaml), "Stripe's description is not here");
    openApi = OpenApi.read(yaml);
    server = new PaymentServer().start(0);
    client = new JsonClient(server.uri(), PaymentServer.API_KEY);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void paymentIntentsInEveryState() throws IOException {
    String create = "/v1/payment_intents";
    JsonNode made = post(create, "amount=1000&currency=eur&capture_method=manual");
    hold("post", create, made);
    JsonNode held = post(create, card(true));
    hold("post", create, held);
    String id = "/" + held.path("id").asText();
    String one = "/v1/payment_intents/{intent}";
    hold("get", one, client.get(create + id + "?expand[]=latest_charge"));
    hold("post", one + "/capture", post(create + id + "/capture", "amount_to_capture=600"));
    JsonNode waiting = post(create, card(false));
    String second = create + "/" + waiting.path("id").asText();
    hold("post", one + "/confirm", post(second + "/confirm", ""));
    JsonNode canceled = post(second + "/cancel", "cancellation_reason=duplicate");
    hold("post", one + "/cancel", canceled);
    hold(
        "get",
        "/v1/charges/{charge}",
        client.get("/v1/charges/" + canceled.path("latest_charge").asText()));
  }

  @Test
  void refundsInEveryState() throws IOException {
    String payment = paid();
    JsonNode first = post("/v1/refunds", "payment_intent=" + payment + "&amount=1");
    hold("post", "/v1/refunds", first);
    JsonClient control = new JsonClient(server.uri(), null);
    for (String status : new String[] {"pending", "failed"}) {
      control.post(
          "/control/refund-outcome",
          "{\"status\":\"%s\",\"forPaymentIntent\":\"%s\"}".formatted(status, payment));
      JsonNode refund = post("/v1/refunds", "payment_intent=" + payment + "&metadata[part]=7");
      assertThat(refund.path("status").asText()).isEqualTo(status);
      hold("post", "/v1/refunds", refund);
      control.post("/control/refunds/" + first.path("id").asText(), "{\"status\":\"succeeded\"}");
      if (status.equals("pending")) {
        control.post("/control/refunds/" + refund.path("id").asText(), "{\"status\":\"failed\"}");
      }
    }
    hold(
        "get",
        "/v1/refunds/{refund}",
        client.get(
            "/v1/refunds/"
                + first.path("id").asText()
                + "?expand[]=charge&expand[]=payment_intent"));
    hold("get", "/v1/refunds", client.get("/v1/refunds?payment_intent=" + payment));
  }

  @Test
  void aPaymentBringsItsYoungestRefundsAlong() throws IOException {
    String payment = paid();
    for (int i = 0; i < 11; i++) {
      post("/v1/refunds", "payment_intent=" + payment + "&amount=1");
    }
    JsonNode brought =
        client.get("/v1/payment_intents/" + payment + "?expand[]=latest_charge.refunds");
    hold("get", "/v1/payment_intents/{intent}", brought);
    assertThat(brought.at("/latest_charge/refunds/data")).hasSize(10);
    assertThat(brought.at("/latest_charge/refunds/has_more").asBoolean()).isTrue();
    String charge = brought.at("/latest_charge/id").asText();
    hold("get", "/v1/charges/{charge}", client.get("/v1/charges/" + charge + "?expand[]=refunds"));
    assertThat(client.get("/v1/charges/" + charge).has("refunds")).isFalse();
  }

  @Test
  void refundsOfASpanOfTime() throws IOException {
    String payment = paid();
    long second = post("/v1/refunds", "payment_intent=" + payment).path("created").asLong();
    String of = "/v1/refunds?payment_intent=" + payment;
    JsonNode within = client.get(of + "&created[gte]=" + second + "&created[lt]=" + (second + 1));
    hold("get", "/v1/refunds", within);
    assertThat(within.path("data")).hasSize(1);
    assertThat(client.get(of + "&created[gt]=" + second).path("data")).isEmpty();
    assertThat(client.get(of + "&created=" + second).path("data")).hasSize(1);
    assertThat(client.get(of + "&created[lte]=" + (second - 1)).path("data")).isEmpty();
    assertThat(client.get(of + "&created[since]=1").at("/error/code").asText())
        .isEqualTo("parameter_unknown");
  }

  @Test
  void chargesAndTheirList() throws IOException {
    String payment = paid();
    JsonNode list =
        client.get("/v1/charges?payment_intent=" + payment + "&expand[]=data.payment_intent");
    hold("get", "/v1/charges", list);
    assertThat(list.path("data")).hasSize(1);
  }

  @Test
  void theListOfPaymentIntents() throws IOException {
    paid();
    JsonNode list = client.get("/v1/payment_intents?limit=100");
    hold("get", "/v1/payment_intents", list);
    assertThat(list.path("data")).isNotEmpty();
  }

  @Test
  void eventsAndWhatTheyAreAbout() throws IOException {
    post("/v1/refunds", "payment_intent=" + paid());
    JsonNode events = client.get("/v1/events?limit=100");
    hold("get", "/v1/events", events);
    assertThat(events.path("data")).isNotEmpty();
    for (JsonNode event : events.path("data")) {
      hold("get", "/v1/events/{id}", client.get("/v1/events/" + event.path("id").asText()));
      JsonNode subject = event.path("data").path("object");
      assertThat(openApi.component(subject.path("object").asText()).validate(subject)).isEmpty();
    }
  }

  @Test
  void errors() throws IOException {
    String payment = paid();
    for (String refused :
        new String[] {
          "payment_intent=" + payment + "&amount=1001", "payment_intent=pi_none", "amount=x", "a=b"
        }) {
      JsonNode error = post("/v1/refunds", refused);
      assertThat(error.has("error")).as(refused).isTrue();
      assertThat(openApi.answer("post", "/v1/refunds", "default").validate(error)).isEmpty();
    }
    JsonNode state = post("/v1/payment_intents/" + payment + "/cancel", "");
    assertThat(state.at("/error/payment_intent/id").asText()).isEqualTo(payment);
    assertThat(openApi.component("error").validate(state)).isEmpty();
    JsonNode declined = post("/v1/payment_intents", card(true).replace("visa", "chargeDeclined"));
    assertThat(declined.at("/error/decline_code").asText()).isEqualTo("generic_decline");
    assertThat(openApi.component("error").validate(declined)).isEmpty();
  }

  @Test
  void noFieldIsInvented() throws IOException {
    String payment = paid();
    post("/v1/refunds", "payment_intent=" + payment + "&amount=10");
    for (JsonNode event : client.get("/v1/events?limit=3").path("data")) {
      JsonNode subject = event.path("data").path("object");
      Set<String> invented = new TreeSet<>();
      subject.fieldNames().forEachRemaining(invented::add);
      invented.removeAll(openApi.fields(subject.path("object").asText()));
      invented.removeAll(YOUNGER);
      assertThat(invented).as(subject.path("object").asText()).isEmpty();
    }
  }

  @Test
  void plantedMistakesAreSeen() throws IOException {
    ObjectNode right =
        (ObjectNode) client.get("/v1/payment_intents/" + paid() + "?expand[]=latest_charge");
    assertThat(mistakes(right)).isZero();
    assertThat(mistakes(right.deepCopy().put("amount", "1000"))).isPositive();
    assertThat(mistakes(right.deepCopy().put("status", "cancelled"))).isPositive();
    assertThat(mistakes(right.deepCopy().putNull("currency"))).isPositive();
    assertThat(mistakes((ObjectNode) right.deepCopy().without("id"))).isPositive();
    ObjectNode deep = right.deepCopy();
    ((ObjectNode) deep.at("/latest_charge/payment_method_details/card")).put("exp_year", "soon");
    assertThat(mistakes(deep)).isPositive();
  }

  private static int mistakes(JsonNode payment) {
    return openApi.component("payment_intent").validate(payment).size();
  }

  private static void hold(String method, String path, JsonNode answer) {
    assertThat(answer.has("error")).as("%s %s: %s", method, path, answer).isFalse();
    assertThat(openApi.answer(method, path, "200").validate(answer))
        .as("%s %s: %s", method, path, answer)
        .isEmpty();
  }

  private static String paid() throws IOException {
    return post("/v1/payment_intents", card(true).replace("manual", "automatic"))
        .path("id")
        .asText();
  }

  private static String card(boolean confirm) {
    return "amount=1000&currency=eur&capture_method=manual&payment_method=pm_card_visa&confirm="
        + confirm;
  }

  private static JsonNode post(String path, String form) throws IOException {
    return Json.read(client.send("POST", path, form).body(), JsonNode.class);
  }
}
