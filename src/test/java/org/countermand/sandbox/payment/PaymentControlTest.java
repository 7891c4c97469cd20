package org.countermand.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.webhook.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting the scene, hearing the webhooks, reading the ledger. */
class PaymentControlTest {

  private static final String SECRET = "whsec_sandbox";

  private PaymentServer server;
  private StripeClient stripe;
  private JsonClient control;
  private Listener listener;

  @BeforeEach
  void start() {
    server = new PaymentServer().start(0);
    stripe = StripeClients.of(server);
    control = new JsonClient(server.uri(), null);
    listener = new Listener();
  }

  @AfterEach
  void stop() {
    server.close();
    listener.close();
  }

  @Test
  void aThousandPaymentsAreSeededInOneCallAndOnlyOnce() throws StripeException, IOException {
    String seeds =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    "{\"id\":\"pi_seed%04d\",\"amount\":%d,\"currency\":\"EUR\",\"captured\":%b,\"capture_method\":\"manual\",\"metadata\":{\"order\":\"R%d\"}}"
                        .formatted(i, 1_000 + i, i % 2 == 0, i))
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(Json.read(control.post("/control/seed", seeds).body(), JsonNode.class))
        .isEqualTo(Json.object().put("created", 1_000).put("existing", 0));
    assertThat(Json.read(control.post("/control/seed", seeds).body(), JsonNode.class))
        .isEqualTo(Json.object().put("created", 0).put("existing", 1_000));
    assertThat(control.get("/ledger").path("totals").path("payments").asInt()).isEqualTo(1_000);
    var captured = stripe.v1().paymentIntents().retrieve("pi_seed0008");
    assertThat(captured.getStatus()).isEqualTo("succeeded");
    assertThat(captured.getLatestCharge()).isEqualTo("ch_seed0008");
    assertThat(captured.getMetadata()).containsEntry("order", "R8");
    assertThat(stripe.v1().paymentIntents().retrieve("pi_seed0009").getStatus())
        .isEqualTo("requires_capture");
  }

  @Test
  void aSeedWithoutAnAmountIsRefusedAsAWhole() throws IOException {
    String seeds = "[{\"id\":\"pi_1\",\"amount\":5,\"currency\":\"eur\"},{\"id\":\"pi_2\"}]";
    assertThat(control.send("POST", "/control/seed", seeds).statusCode()).isEqualTo(400);
    assertThat(control.get("/ledger").path("payments")).isEmpty();
  }

  @Test
  void webhooksAreSignedAsStripesClientExpects() throws Exception {
    listen("\"mode\":\"normal\"");
    seed();
    Refund refund = refund(100);
    List<Request> heard = listener.await(2);
    List<StripeObject> subjects = new ArrayList<>();
    for (Request request : heard) {
      String signature = request.header("Stripe-Signature").orElseThrow();
      subjects.add(
          stripe
              .constructEvent(request.body(), signature, SECRET)
              .getDataObjectDeserializer()
              .getObject()
              .orElseThrow());
    }
    assertThat(subjects)
        .hasAtLeastOneElementOfType(Charge.class)
        .filteredOn(Refund.class::isInstance)
        .extracting(subject -> ((Refund) subject).getId())
        .containsExactly(refund.getId());
    assertThat(types(heard)).containsExactlyInAnyOrder("refund.created", "charge.refunded");
  }

  @Test
  void aWebhookThatIsNotTakenIsSentAgain() throws Exception {
    listener.refuse(1);
    listen("\"mode\":\"normal\"");
    seed();
    refund(100);
    assertThat(types(listener.await(2)))
        .containsExactlyInAnyOrder("refund.created", "charge.refunded");
  }

  @Test
  void webhooksCanBeRepeated() throws Exception {
    listen("\"mode\":\"repeated\",\"repeat\":3");
    seed();
    refund(100);
    List<Request> heard = listener.await(6);
    assertThat(heard).hasSize(6);
    assertThat(heard.stream().map(Request::body).distinct()).hasSize(2);
  }

  @Test
  void webhooksCanOvertakeEachOther() throws Exception {
    listen("\"mode\":\"shuffled\",\"delayMs\":400");
    seed();
    for (int i = 0; i < 10; i++) {
      refund(10 + i);
    }
    List<Request> heard = listener.await(20);
    List<Long> amounts =
        heard.stream()
            .map(request -> Json.read(request.body(), JsonNode.class))
            .filter(event -> event.path("type").asText().equals("refund.created"))
            .map(event -> event.at("/data/object/amount").asLong())
            .toList();
    assertThat(amounts).hasSize(10).isNotEqualTo(amounts.stream().sorted().toList());
  }

  @Test
  void webhooksCanBeOffOrLate() throws Exception {
    listen("\"mode\":\"off\"");
    seed();
    refund(100);
    listen("\"mode\":\"late\",\"delayMs\":300");
    long asked = System.nanoTime();
    refund(101);
    List<Request> heard = listener.await(2);
    assertThat(System.nanoTime() - asked).isGreaterThan(300_000_000L);
    assertThat(heard).hasSize(2).allMatch(request -> !request.body().contains("\"amount\":100,"));
  }

  @Test
  void aRefundCanStayPendingAndFailLater() throws Exception {
    seed();
    control.post(
        "/control/refund-outcome", "{\"status\":\"pending\",\"forPaymentIntent\":\"pi_1\"}");
    Refund pending = refund(400);
    assertThat(pending.getStatus()).isEqualTo("pending");
    assertThat(refunded()).isEqualTo(400);
    listen("\"mode\":\"normal\"");
    control.post(
        "/control/refunds/" + pending.getId(),
        "{\"status\":\"failed\",\"failureReason\":\"expired_or_canceled_card\"}");
    Refund failed = stripe.v1().refunds().retrieve(pending.getId());
    assertThat(failed.getStatus()).isEqualTo("failed");
    assertThat(failed.getFailureReason()).isEqualTo("expired_or_canceled_card");
    assertThat(refunded()).isZero();
    assertThat(types(listener.await(2)))
        .containsExactlyInAnyOrder("refund.updated", "refund.failed");
  }

  @Test
  void aRefundCanFailAtOnceWithoutMovingMoney() throws Exception {
    seed();
    control.post("/control/refund-outcome", "{\"status\":\"failed\"}");
    assertThat(refund(400).getStatus()).isEqualTo("failed");
    assertThat(refunded()).isZero();
    control.post("/control/refund-outcome", "{\"status\":\"succeeded\"}");
    assertThat(refund(1_000).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void theLedgerCountsRefundsAndVoids() throws Exception {
    seed();
    control.post(
        "/control/seed",
        "[{\"id\":\"pi_2\",\"amount\":7,\"currency\":\"jpy\",\"captured\":false}]");
    stripe.v1().paymentIntents().cancel("pi_2");
    refund(400);
    refund(100);
    JsonNode ledger = control.get("/ledger");
    assertThat(ledger.path("totals"))
        .isEqualTo(Json.read("{\"payments\":2,\"refunds\":2,\"voids\":1}", JsonNode.class));
    JsonNode paid = control.get("/ledger?payment_intent=pi_1").path("payments").path(0);
    assertThat(paid.path("refunded").asLong()).isEqualTo(500);
    assertThat(paid.path("refunds").asInt()).isEqualTo(2);
    assertThat(paid.path("voids").asInt()).isZero();
  }

  @Test
  void thePageShowsAmountsInTheCurrencysDigitsAndEscapesText() throws Exception {
    seed();
    control.post(
        "/control/seed",
        "[{\"id\":\"pi_2\",\"amount\":700,\"currency\":\"jpy\",\"captured\":false}]");
    String page = control.send("GET", "/", "").body();
    assertThat(page)
        .contains("<td class=\"amount\">10.00 EUR</td>")
        .contains("<td class=\"amount\">700 JPY</td>")
        .doesNotContain("<script");
  }

  private void listen(String how) throws IOException {
    control.post(
        "/control/webhooks",
        "{\"url\":\"" + listener.url() + "\",\"secret\":\"" + SECRET + "\"," + how + "}");
  }

  private void seed() throws IOException {
    control.post("/control/seed", "[{\"id\":\"pi_1\",\"amount\":1000,\"currency\":\"eur\"}]");
  }

  private long refunded() throws IOException {
    return control
        .get("/ledger?payment_intent=pi_1")
        .path("payments")
        .path(0)
        .path("refunded")
        .asLong(-1);
  }

  private Refund refund(long amount) throws StripeException {
    return stripe
        .v1()
        .refunds()
        .create(RefundCreateParams.builder().setPaymentIntent("pi_1").setAmount(amount).build());
  }

  private static List<String> types(List<Request> heard) {
    return heard.stream()
        .map(request -> Json.read(request.body(), JsonNode.class).path("type").asText())
        .toList();
  }
}
