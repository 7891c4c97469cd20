package org.countermand.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.ChargeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as Stripe's own client sees it. */
class PaymentServerTest {

  private PaymentServer server;
  private StripeClient stripe;

  @BeforeEach
  void start() {
    server = new PaymentServer().start(0);
    stripe = StripeClients.of(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shapesAreThoseOfTheVersionThatTheClientPins() {
    assertThat(StripeJson.API_VERSION).isEqualTo(Stripe.API_VERSION);
  }

  @Test
  void anAutomaticPaymentIsCapturedAtOnce() throws StripeException {
    PaymentIntent paid = pay(1_099, "automatic");
    assertThat(paid.getId()).startsWith("pi_");
    assertThat(paid.getStatus()).isEqualTo("succeeded");
    assertThat(paid.getAmountReceived()).isEqualTo(1_099);
    assertThat(paid.getMetadata()).containsEntry("order", "R-1");
    assertThat(paid.getLatestCharge()).startsWith("ch_");
    Charge charge = stripe.v1().charges().retrieve(paid.getLatestCharge());
    assertThat(charge.getCaptured()).isTrue();
    assertThat(charge.getPaymentIntent()).isEqualTo(paid.getId());
  }

  @Test
  void paymentsAreListedNewestFirstAPageAtATime() throws StripeException {
    PaymentIntent first = pay(100, "automatic");
    PaymentIntent second = pay(200, "manual");
    PaymentIntent third = pay(300, "automatic");
    PaymentIntentListParams.Builder page = PaymentIntentListParams.builder().setLimit(2L);
    StripeCollection<PaymentIntent> newest = stripe.v1().paymentIntents().list(page.build());
    assertThat(newest.getData())
        .extracting(PaymentIntent::getId)
        .containsExactly(third.getId(), second.getId());
    assertThat(newest.getHasMore()).isTrue();
    StripeCollection<PaymentIntent> rest =
        stripe.v1().paymentIntents().list(page.setStartingAfter(second.getId()).build());
    assertThat(rest.getData()).extracting(PaymentIntent::getId).containsExactly(first.getId());
    assertThat(rest.getHasMore()).isFalse();
  }

  @Test
  void anUnconfirmedPaymentIsConfirmedLater() throws StripeException {
    PaymentIntent made =
        stripe.v1().paymentIntents().create(params(500, "manual").setConfirm(false).build());
    assertThat(made.getStatus()).isEqualTo("requires_confirmation");
    assertThat(made.getLatestCharge()).isNull();
    PaymentIntent confirmed = stripe.v1().paymentIntents().confirm(made.getId());
    assertThat(confirmed.getStatus()).isEqualTo("requires_capture");
    assertThat(confirmed.getAmountCapturable()).isEqualTo(500);
  }

  @Test
  void anAuthorizationTellsUntilWhenItCanBeCaptured() throws StripeException {
    PaymentIntent held =
        stripe
            .v1()
            .paymentIntents()
            .retrieve(
                pay(500, "manual").getId(),
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build());
    Charge charge = held.getLatestChargeObject();
    assertThat(charge.getCaptured()).isFalse();
    assertThat(charge.getPaymentMethodDetails().getCard().getCaptureBefore())
        .isEqualTo(charge.getCreated() + 7 * 86_400);
  }

  @Test
  void capturingLessReleasesTheRest() throws StripeException {
    PaymentIntent held = pay(1_000, "manual");
    PaymentIntent captured = capture(held, 700);
    assertThat(captured.getStatus()).isEqualTo("succeeded");
    assertThat(captured.getAmountReceived()).isEqualTo(700);
    assertThat(captured.getAmountCapturable()).isZero();
    assertThat(invalid(() -> refund(held, 701)).getCode()).isEqualTo("amount_too_large");
  }

  @Test
  void capturingMoreThanAuthorizedIsRefused() throws StripeException {
    PaymentIntent held = pay(1_000, "manual");
    InvalidRequestException refused = invalid(() -> capture(held, 1_001));
    assertThat(refused.getCode()).isEqualTo("amount_too_large");
    assertThat(refused.getParam()).isEqualTo("amount_to_capture");
  }

  @Test
  void aCanceledAuthorizationIsVoidedAndStaysSo() throws StripeException {
    PaymentIntent held = pay(1_000, "manual");
    PaymentIntent canceled = cancel(held);
    assertThat(canceled.getStatus()).isEqualTo("canceled");
    assertThat(canceled.getCancellationReason()).isEqualTo("requested_by_customer");
    assertThat(invalid(() -> cancel(held)).getCode()).isEqualTo("payment_intent_unexpected_state");
    assertThat(invalid(() -> capture(held, 1)).getCode())
        .isEqualTo("payment_intent_unexpected_state");
    assertThat(invalid(() -> refund(held, 1)).getStatusCode()).isEqualTo(400);
    Charge charge = stripe.v1().charges().retrieve(canceled.getLatestCharge());
    assertThat(charge.getRefunded()).isTrue();
    assertThat(stripe.v1().refunds().list().getData()).isEmpty();
  }

  @Test
  void aCapturedPaymentCannotBeCanceled() throws StripeException {
    InvalidRequestException refused = invalid(() -> cancel(pay(1_000, "automatic")));
    assertThat(refused.getCode()).isEqualTo("payment_intent_unexpected_state");
    assertThat(refused.getStripeError().getPaymentIntent().getStatus()).isEqualTo("succeeded");
  }

  @Test
  void anUncapturedPaymentCannotBeRefunded() throws StripeException {
    PaymentIntent held = pay(1_000, "manual");
    assertThat(invalid(() -> refund(held, 10)).getCode())
        .isEqualTo("payment_intent_unexpected_state");
  }

  @Test
  void partialRefundsNeverExceedTheCapture() throws StripeException {
    PaymentIntent paid = pay(1_000, "automatic");
    Refund first = refund(paid, 400);
    assertThat(first.getStatus()).isEqualTo("succeeded");
    assertThat(first.getReason()).isEqualTo("requested_by_customer");
    InvalidRequestException tooMuch = invalid(() -> refund(paid, 601));
    assertThat(tooMuch.getCode()).isEqualTo("amount_too_large");
    assertThat(tooMuch.getParam()).isEqualTo("amount");
    refund(paid, 600);
    assertThat(invalid(() -> refund(paid, 1)).getCode()).isEqualTo("charge_already_refunded");
    Charge charge = stripe.v1().charges().retrieve(paid.getLatestCharge());
    assertThat(charge.getAmountRefunded()).isEqualTo(1_000);
    assertThat(charge.getRefunded()).isTrue();
  }

  @Test
  void aRefundWithoutAnAmountReturnsTheRest() throws StripeException {
    PaymentIntent paid = pay(1_000, "automatic");
    refund(paid, 300);
    Refund rest =
        stripe
            .v1()
            .refunds()
            .create(RefundCreateParams.builder().setCharge(paid.getLatestCharge()).build());
    assertThat(rest.getAmount()).isEqualTo(700);
    assertThat(rest.getPaymentIntent()).isEqualTo(paid.getId());
  }

  @Test
  void aDeclinedCardTellsWhy() {
    CardException declined =
        catchThrowableOfType(
            CardException.class,
            () ->
                stripe
                    .v1()
                    .paymentIntents()
                    .create(
                        params(500, "automatic")
                            .setPaymentMethod("pm_card_chargeDeclinedInsufficientFunds")
                            .build()));
    assertThat(declined.getDeclineCode()).isEqualTo("insufficient_funds");
    assertThat(declined.getStripeError().getPaymentIntent().getStatus())
        .isEqualTo("requires_payment_method");
  }

  @Test
  void whatDoesNotExistIsMissing() {
    InvalidRequestException missing = invalid(() -> stripe.v1().refunds().retrieve("re_none"));
    assertThat(missing.getStatusCode()).isEqualTo(404);
    assertThat(missing.getCode()).isEqualTo("resource_missing");
  }

  @Test
  void unknownParametersAreRefused() throws StripeException {
    PaymentIntent paid = pay(1_000, "automatic");
    InvalidRequestException refused =
        invalid(
            () ->
                stripe
                    .v1()
                    .refunds()
                    .create(
                        RefundCreateParams.builder()
                            .setPaymentIntent(paid.getId())
                            .putExtraParam("colour", "red")
                            .build()));
    assertThat(refused.getCode()).isEqualTo("parameter_unknown");
    assertThat(refused.getParam()).isEqualTo("colour");
  }

  @Test
  void amountsBeyondStripesLimitAreRefused() {
    assertThat(invalid(() -> pay(100_000_000, "automatic")).getCode())
        .isEqualTo("amount_too_large");
  }

  @Test
  void aWrongKeyOpensNothing() {
    StripeClient stranger = StripeClients.of(server, "sk_test_wrong");
    AuthenticationException refused =
        catchThrowableOfType(AuthenticationException.class, () -> stranger.v1().refunds().list());
    assertThat(refused.getStatusCode()).isEqualTo(401);
  }

  @Test
  void refundsAreListedNewestFirstPageByPage() throws StripeException {
    PaymentIntent paid = pay(1_000, "automatic");
    List<String> made = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      made.add(0, refund(paid, i).getId());
    }
    refund(pay(1_000, "automatic"), 7);
    RefundListParams ofPayment =
        RefundListParams.builder().setPaymentIntent(paid.getId()).setLimit(2L).build();
    StripeCollection<Refund> first = stripe.v1().refunds().list(ofPayment);
    assertThat(first.getData()).extracting(Refund::getId).isEqualTo(made.subList(0, 2));
    assertThat(first.getHasMore()).isTrue();
    List<String> all = new ArrayList<>();
    first.autoPagingIterable().forEach(refund -> all.add(refund.getId()));
    assertThat(all).isEqualTo(made);
    RefundListParams before =
        RefundListParams.builder().setLimit(2L).setEndingBefore(made.get(4)).build();
    assertThat(stripe.v1().refunds().list(before).getData())
        .extracting(Refund::getId)
        .containsExactly(made.get(2), made.get(3));
  }

  @Test
  void theChargeOfAPaymentIsListed() throws StripeException {
    PaymentIntent paid = pay(1_000, "automatic");
    pay(2_000, "automatic");
    ChargeListParams ofPayment = ChargeListParams.builder().setPaymentIntent(paid.getId()).build();
    assertThat(stripe.v1().charges().list(ofPayment).getData())
        .extracting(Charge::getId)
        .containsExactly(paid.getLatestCharge());
  }

  @Test
  void everyChangeIsAnEvent() throws StripeException {
    refund(capture(pay(1_000, "manual"), 900), 100);
    cancel(pay(50, "manual"));
    var events = stripe.v1().events().list(EventListParams.builder().setLimit(20L).build());
    assertThat(events.getData())
        .extracting(com.stripe.model.Event::getType)
        .containsExactly(
            "payment_intent.canceled",
            "charge.refunded",
            "payment_intent.amount_capturable_updated",
            "charge.refunded",
            "refund.created",
            "payment_intent.succeeded",
            "charge.captured",
            "payment_intent.amount_capturable_updated");
    com.stripe.model.Event created = stripe.v1().events().retrieve(events.getData().get(4).getId());
    Refund subject = (Refund) created.getDataObjectDeserializer().getObject().orElseThrow();
    assertThat(subject.getAmount()).isEqualTo(100);
  }

  @Test
  void aSecondStartFindsWhatTheFirstLeft(@TempDir Path folder) throws StripeException {
    Path file = folder.resolve("ledger.jsonl");
    String payment;
    String refund;
    try (PaymentServer first = new PaymentServer(PaymentServer.API_KEY, file).start(0)) {
      StripeClient client = StripeClients.of(first);
      payment = client.v1().paymentIntents().create(params(1_000, "automatic").build()).getId();
      refund =
          client.v1().refunds().create(refundOf(payment, 250), StripeClients.key("k-1")).getId();
    }
    try (PaymentServer second = new PaymentServer(PaymentServer.API_KEY, file).start(0)) {
      StripeClient client = StripeClients.of(second);
      assertThat(client.v1().refunds().retrieve(refund).getAmount()).isEqualTo(250);
      Refund replayed =
          client.v1().refunds().create(refundOf(payment, 250), StripeClients.key("k-1"));
      assertThat(replayed.getId()).isEqualTo(refund);
      assertThat(client.v1().events().list().getData()).hasSize(3);
      assertThat(invalid(() -> client.v1().refunds().create(refundOf(payment, 751))).getCode())
          .isEqualTo("amount_too_large");
    }
  }

  private PaymentIntent pay(long amount, String captureMethod) throws StripeException {
    return stripe.v1().paymentIntents().create(params(amount, captureMethod).build());
  }

  private static PaymentIntentCreateParams.Builder params(long amount, String captureMethod) {
    return PaymentIntentCreateParams.builder()
        .setAmount(amount)
        .setCurrency("eur")
        .setConfirm(true)
        .setCaptureMethod(
            captureMethod.equals("manual")
                ? PaymentIntentCreateParams.CaptureMethod.MANUAL
                : PaymentIntentCreateParams.CaptureMethod.AUTOMATIC)
        .setPaymentMethod("pm_card_visa")
        .putMetadata("order", "R-1");
  }

  private PaymentIntent capture(PaymentIntent held, long amount) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .capture(
            held.getId(), PaymentIntentCaptureParams.builder().setAmountToCapture(amount).build());
  }

  private PaymentIntent cancel(PaymentIntent held) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .cancel(
            held.getId(),
            PaymentIntentCancelParams.builder()
                .setCancellationReason(
                    PaymentIntentCancelParams.CancellationReason.REQUESTED_BY_CUSTOMER)
                .build());
  }

  private Refund refund(PaymentIntent paid, long amount) throws StripeException {
    return stripe.v1().refunds().create(refundOf(paid.getId(), amount));
  }

  private static RefundCreateParams refundOf(String payment, long amount) {
    return RefundCreateParams.builder()
        .setPaymentIntent(payment)
        .setAmount(amount)
        .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
        .putMetadata("part", "7")
        .build();
  }

  private static InvalidRequestException invalid(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(InvalidRequestException.class, call);
  }
}
