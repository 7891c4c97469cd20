package org.countermand.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.payment.model.PartState.FAILED;
import static org.countermand.payment.model.PartState.PENDING;
import static org.countermand.payment.model.PartState.SUCCEEDED;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.GatewayAnswer;
import org.countermand.payment.model.GatewayCall;
import org.countermand.payment.model.GatewayNews;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PaymentSnapshot;
import org.countermand.payment.model.PendingReason;
import org.countermand.payment.model.RefundTrace;
import org.countermand.payment.model.TenderState;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.webhook.Endpoint;
import org.countermand.sandbox.webhook.Listener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the adapter says of calls to a server that speaks Stripe's wire format, and fails. */
class StripeGatewayTest {

  private static final String CAPTURED = "pi_captured";
  private static final String AUTHORIZED = "pi_authorized";
  private static final Match REFUNDING = Match.of("POST", "^/v1/refunds$");
  private static final Match CANCELLING = Match.of("POST", "/cancel$");

  private PaymentServer server;
  private JsonClient control;
  private StripeGateway gateway;

  @BeforeEach
  void start() throws IOException {
    server = new PaymentServer().start(0);
    control = new JsonClient(server.uri(), null);
    gateway = gateway(PaymentServer.API_KEY);
    control.post(
        "/control/seed",
        """
        [{"id":"pi_captured","amount":5000,"currency":"gbp"},
         {"id":"pi_authorized","amount":7000,"currency":"gbp","capture_method":"manual",
          "captured":false}]
        """);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_authorization_is_voided_and_found_again() {
    GatewayCall call = voiding(AUTHORIZED);
    assertThat(gateway.find(call)).isEqualTo(absent());
    assertThat(gateway.voidAuthorization(call))
        .isEqualTo(new Outcome.Settled<>(new GatewayAnswer(AUTHORIZED, SUCCEEDED)));
    assertThat(gateway.find(call))
        .isEqualTo(new Outcome.Settled<>(Optional.of(new GatewayAnswer(AUTHORIZED, SUCCEEDED))));
  }

  @Test
  void an_authorization_that_is_released_already_is_what_a_void_wanted() {
    gateway.voidAuthorization(voiding(AUTHORIZED));
    assertThat(gateway.voidAuthorization(voiding(AUTHORIZED)))
        .isEqualTo(new Outcome.Settled<>(new GatewayAnswer(AUTHORIZED, SUCCEEDED)));
  }

  @Test
  void a_void_of_captured_money_is_refused_because_the_payment_has_changed() {
    assertThat(gateway.voidAuthorization(voiding(CAPTURED)))
        .isEqualTo(new Outcome.Refused<>(Finding.of(ReasonCode.PAYMENT_CHANGED)));
  }

  @Test
  void money_is_paid_back_once_however_often_a_key_is_sent() throws IOException {
    GatewayCall call = refunding(1_999);
    Outcome<GatewayAnswer> first = gateway.refund(call);
    assertThat(first).isInstanceOf(Outcome.Settled.class);
    assertThat(settled(first).state()).isEqualTo(SUCCEEDED);
    assertThat(gateway.refund(call)).isEqualTo(first);
    assertThat(gateway.find(call)).isEqualTo(new Outcome.Settled<>(Optional.of(settled(first))));
    assertThat(control.get("/ledger").path("totals").path("refunds").asInt()).isEqualTo(1);
  }

  @Test
  void a_refund_carries_its_part_its_reason_and_nothing_else_of_ours() throws IOException {
    GatewayCall call = refunding(100);
    String id = settled(gateway.refund(call)).reference();
    var sent = new JsonClient(server.uri(), PaymentServer.API_KEY).get("/v1/refunds/" + id);
    assertThat(sent.path("reason").asText()).isEqualTo("requested_by_customer");
    assertThat(sent.path("amount").asLong()).isEqualTo(100);
    assertThat(sent.path("metadata").toString())
        .isEqualTo("{\"countermand_part\":\"" + call.partId() + "\"}");
  }

  @Test
  void a_refund_under_way_is_accepted_and_found_in_its_later_state() throws IOException {
    control.post("/control/refund-outcome", "{\"status\":\"pending\"}");
    GatewayCall call = refunding(300);
    Outcome<GatewayAnswer> outcome = gateway.refund(call);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    GatewayAnswer answer = ((Outcome.Accepted<GatewayAnswer>) outcome).value();
    assertThat(answer.state()).isEqualTo(PENDING);

    control.post("/control/refunds/" + answer.reference(), "{\"status\":\"failed\"}");
    assertThat(gateway.find(call))
        .isEqualTo(
            new Outcome.Settled<>(Optional.of(new GatewayAnswer(answer.reference(), FAILED))));
  }

  @Test
  void the_refund_of_a_part_is_found_among_more_than_a_page_of_others() {
    GatewayCall first = refunding(7);
    GatewayAnswer answer = settled(gateway.refund(first));
    for (int i = 0; i < 105; i++) {
      assertThat(gateway.refund(refunding(1))).isInstanceOf(Outcome.Settled.class);
    }
    assertThat(gateway.find(first)).isEqualTo(new Outcome.Settled<>(Optional.of(answer)));
    assertThat(gateway.find(refunding(7))).isEqualTo(absent());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_connection_cut_after_the_work_leaves_it_unknown_until_it_is_found(boolean silent) {
    server.faults().add(Fault.once(REFUNDING, new Mishap.CutAfterWork(silent)));
    GatewayCall call = refunding(250);
    assertThat(unknown(gateway.refund(call)).replayed()).isFalse();
    assertThat(gateway.find(call))
        .isInstanceOfSatisfying(
            Outcome.Settled.class, found -> assertThat((Optional<?>) found.value()).isPresent());
  }

  @Test
  void a_connection_cut_before_the_work_leaves_it_unknown_until_it_is_missed() {
    server.faults().add(Fault.once(CANCELLING, new Mishap.CutBeforeWork(true)));
    GatewayCall call = voiding(AUTHORIZED);
    assertThat(unknown(gateway.voidAuthorization(call)).replayed()).isFalse();
    assertThat(gateway.find(call)).isEqualTo(absent());
    assertThat(gateway.voidAuthorization(call)).isInstanceOf(Outcome.Settled.class);
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_unknown() {
    server.faults().add(Fault.once(REFUNDING, new Mishap.Delay(1_500)));
    StripeGateway impatient =
        new StripeGateway(
            StripeGateway.client(
                Optional.of(PaymentServer.API_KEY),
                Optional.of(server.uri().toString()),
                new StripeHttp(Duration.ofMillis(300))));
    assertThat(unknown(impatient.refund(refunding(10))).replayed()).isFalse();
  }

  @Test
  void a_key_that_is_still_at_work_is_unknown_and_not_refused() throws Exception {
    server.faults().add(Fault.once(REFUNDING, new Mishap.Delay(700)));
    GatewayCall call = refunding(10);
    Thread slow = new Thread(() -> gateway.refund(call));
    slow.start();
    while (server.faults().fired() == 0) {
      Thread.sleep(5);
    }
    Outcome<GatewayAnswer> second = gateway.refund(call);
    slow.join();
    assertThat(unknown(second).why()).contains("idempotency_key_in_use");
    assertThat(unknown(second).replayed()).isFalse();
  }

  @Test
  void an_error_of_the_server_is_unknown_and_its_replay_says_so() {
    server.faults().add(Fault.once(REFUNDING, new Mishap.Status(500, true)));
    GatewayCall call = refunding(10);
    assertThat(unknown(gateway.refund(call)).replayed()).isFalse();
    assertThat(unknown(gateway.refund(call)).replayed()).isTrue();
    assertThat(gateway.find(call)).isEqualTo(absent());
  }

  @Test
  void a_key_that_was_used_for_something_else_can_never_succeed() {
    GatewayCall call = refunding(10);
    gateway.refund(call);
    GatewayCall other =
        new GatewayCall(
            call.key(), call.partId(), "stripe", CAPTURED, PartKind.REFUND, Money.of(11, "GBP"));
    assertThat(unknown(gateway.refund(other)).replayed()).isTrue();
  }

  @Test
  void too_many_requests_are_not_attempted() {
    server.faults().add(Fault.times(2, REFUNDING, new Mishap.Status(429, false)));
    GatewayCall call = refunding(10);
    assertThat(gateway.refund(call)).isInstanceOf(Outcome.NotAttempted.class);
    assertThat(gateway.refund(call)).isInstanceOf(Outcome.NotAttempted.class);
    assertThat(gateway.refund(call)).isInstanceOf(Outcome.Settled.class);
  }

  @Test
  void a_server_that_cannot_be_reached_is_not_attempted() {
    server.close();
    assertThat(gateway.refund(refunding(10))).isInstanceOf(Outcome.NotAttempted.class);
    assertThat(gateway.find(refunding(10))).isInstanceOf(Outcome.NotAttempted.class);
    assertThat(gateway.read(CAPTURED, "GBP")).isInstanceOf(Outcome.NotAttempted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk_test_wrong", ""})
  void a_wrong_key_or_none_is_not_attempted(String key) {
    assertThat(gateway(key).refund(refunding(10))).isInstanceOf(Outcome.NotAttempted.class);
  }

  @Test
  void more_than_is_left_is_refused_because_the_payment_has_changed() throws IOException {
    Outcome<GatewayAnswer> changed = new Outcome.Refused<>(Finding.of(ReasonCode.PAYMENT_CHANGED));
    assertThat(gateway.refund(refunding(5_001))).isEqualTo(changed);
    JsonClient dashboard = new JsonClient(server.uri(), PaymentServer.API_KEY);
    dashboard.post("/v1/refunds", "payment_intent=" + CAPTURED + "&amount=4000");
    assertThat(gateway.refund(refunding(1_001))).isEqualTo(changed);
    dashboard.post("/v1/refunds", "payment_intent=" + CAPTURED + "&amount=1000");
    assertThat(gateway.refund(refunding(1))).isEqualTo(changed);
  }

  @Test
  void a_question_that_fails_leaves_the_work_unknown() {
    server
        .faults()
        .add(Fault.once(Match.of("GET", "^/v1/refunds$"), new Mishap.Status(503, false)));
    GatewayCall call = refunding(10);
    assertThat(gateway.find(call)).isInstanceOf(Outcome.Unknown.class);
    GatewayCall ofNoPayment =
        new GatewayCall(
            Ids.next(), Ids.next(), "stripe", "pi_none", PartKind.VOID, Money.of(1, "GBP"));
    assertThat(gateway.find(ofNoPayment)).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void a_payment_is_read_with_what_was_taken() {
    assertThat(gateway.read(CAPTURED, "GBP")).isEqualTo(snapshot(CAPTURED, "CAPTURED", 5_000));
    assertThat(gateway.read(AUTHORIZED, "GBP")).isEqualTo(snapshot(AUTHORIZED, "AUTHORIZED", 0));
    gateway.voidAuthorization(voiding(AUTHORIZED));
    assertThat(gateway.read(AUTHORIZED, "GBP")).isEqualTo(snapshot(AUTHORIZED, "RELEASED", 0));
  }

  @Test
  void a_payment_with_few_refunds_is_read_with_one_request_and_one_with_many_wholly_or_not() {
    for (int i = 0; i < 10; i++) {
      gateway.refund(refunding(1));
    }
    server
        .faults()
        .add(Fault.times(2, Match.of("GET", "^/v1/refunds$"), new Mishap.Status(503, false)));
    assertThat(refundsRead()).isEqualTo(10);
    gateway.refund(refunding(1));
    assertThat(gateway.read(CAPTURED, "GBP")).isInstanceOf(Outcome.Unknown.class);
    server.faults().clear();
    assertThat(refundsRead()).isEqualTo(11);
  }

  private int refundsRead() {
    Outcome<PaymentSnapshot> read = gateway.read(CAPTURED, "GBP");
    assertThat(read).isInstanceOf(Outcome.Settled.class);
    return ((Outcome.Settled<PaymentSnapshot>) read).value().refunds().size();
  }

  @Test
  void a_refund_tells_the_number_that_banks_know_it_by_and_what_it_waits_for() throws IOException {
    assertThat(settled(gateway.refund(refunding(5))).trace().networkReference()).matches("\\d{23}");
    control.post(
        "/control/refund-outcome",
        "{\"status\":\"pending\",\"pendingReason\":\"insufficient_funds\"}");
    GatewayCall call = refunding(6);
    assertThat(gateway.refund(call)).isInstanceOf(Outcome.Accepted.class);
    RefundTrace waiting =
        ((Outcome.Settled<Optional<GatewayAnswer>>) gateway.find(call))
            .value()
            .orElseThrow()
            .trace();
    assertThat(waiting)
        .isEqualTo(new RefundTrace("", Optional.of(PendingReason.INSUFFICIENT_FUNDS)));
  }

  @Test
  void a_payment_in_another_currency_than_the_order_says_is_not_believed() {
    assertThat(gateway.read(CAPTURED, "EUR"))
        .isEqualTo(new Outcome.Refused<>(Finding.of(ReasonCode.CURRENCY_MISMATCH)));
  }

  @Test
  void a_currency_of_which_stripe_says_two_things_is_never_sent() throws IOException {
    GatewayCall call =
        new GatewayCall(
            Ids.next(), Ids.next(), "stripe", CAPTURED, PartKind.REFUND, Money.of(500, "UGX"));
    assertThat(gateway.refund(call))
        .isEqualTo(
            new Outcome.Refused<>(
                Finding.of(ReasonCode.AMOUNT_INEXACT, "amount", Money.of(500, "UGX"))));
    assertThat(control.get("/ledger").path("totals").path("refunds").asInt()).isZero();
  }

  @Test
  void an_amount_that_stripe_cannot_write_is_never_sent() throws IOException {
    Money amount = Money.of(5_125, "KWD");
    GatewayCall call =
        new GatewayCall(Ids.next(), Ids.next(), "stripe", CAPTURED, PartKind.REFUND, amount);
    assertThat(gateway.refund(call))
        .isEqualTo(new Outcome.Refused<>(Finding.of(ReasonCode.AMOUNT_INEXACT, "amount", amount)));
    assertThat(control.get("/ledger").path("totals").path("refunds").asInt()).isZero();
  }

  @Test
  void what_the_gateway_tells_by_itself_names_the_payment_and_our_part() throws IOException {
    try (Listener listener = new Listener()) {
      server.postman().tell(Endpoint.normal(listener.url(), "whsec_sandbox"));
      GatewayCall call = refunding(40);
      gateway.refund(call);
      StripeWebhook webhook = new StripeWebhook(Optional.of(List.of("whsec_sandbox")));
      assertThat(listener.await(2))
          .allSatisfy(
              told -> {
                GatewayNews news =
                    ((Decision.Accepted<GatewayNews>)
                            webhook.read(
                                told.header("Stripe-Signature").orElseThrow(),
                                told.body(),
                                Instant.now()))
                        .value();
                assertThat(news.reference()).isEqualTo(CAPTURED);
                assertThat(news.partId())
                    .isEqualTo(
                        news.type().startsWith("refund.")
                            ? Optional.of(call.partId())
                            : Optional.empty());
              });
    }
  }

  private StripeGateway gateway(String key) {
    return new StripeGateway(Optional.of(key), Optional.of(server.uri().toString()));
  }

  private static GatewayCall voiding(String reference) {
    return call(reference, PartKind.VOID, 7_000);
  }

  private static GatewayCall refunding(long pence) {
    return call(CAPTURED, PartKind.REFUND, pence);
  }

  private static GatewayCall call(String reference, PartKind kind, long pence) {
    UUID key = Ids.next();
    return new GatewayCall(key, Ids.next(), "stripe", reference, kind, Money.of(pence, "GBP"));
  }

  private static Outcome<Optional<GatewayAnswer>> absent() {
    return new Outcome.Settled<>(Optional.empty());
  }

  private static Outcome<PaymentSnapshot> snapshot(String reference, String state, long pence) {
    return new Outcome.Settled<>(
        new PaymentSnapshot(reference, TenderState.valueOf(state), Money.of(pence, "GBP")));
  }

  private static GatewayAnswer settled(Outcome<GatewayAnswer> outcome) {
    return ((Outcome.Settled<GatewayAnswer>) outcome).value();
  }

  private static Outcome.Unknown<GatewayAnswer> unknown(Outcome<GatewayAnswer> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    return (Outcome.Unknown<GatewayAnswer>) outcome;
  }
}
