package org.countermand.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.JsonClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client of the server lives through when calls go wrong. */
class PaymentFaultsTest {

  private static final Match REFUND = Match.of("POST", "^/v1/refunds$");

  private PaymentServer server;
  private StripeClient stripe;
  private JsonClient control;

  @BeforeEach
  void start() throws IOException {
    server = new PaymentServer().start(0);
    stripe = StripeClients.of(server);
    control = new JsonClient(server.uri(), null);
    control.post(
        "/control/seed",
        "[{\"id\":\"pi_1\",\"amount\":1000,\"currency\":\"eur\",\"captured\":true}]");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRepeatUnderTheSameKeyIsReplayed() throws StripeException {
    Refund first = refund("k", 100);
    Refund again = refund("k", 100);
    assertThat(again.getId()).isEqualTo(first.getId());
    assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
        .contains("true");
    assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void refundsAtTheSameMomentNeverExceedTheCapture() {
    long succeeded =
        IntStream.range(0, 24)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> succeeds("k-" + i, 100)))
            .toList()
            .stream()
            .filter(CompletableFuture::join)
            .count();
    assertThat(succeeded).isEqualTo(10);
    assertThat(refunds()).isEqualTo(10);
  }

  @Test
  void aKeyCannotBeUsedForSomethingElse() throws StripeException {
    refund("k", 100);
    IdempotencyException refused =
        catchThrowableOfType(IdempotencyException.class, () -> refund("k", 101));
    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void aRefusalAfterExecutionBeganIsReplayedAndOneBeforeIsNot() throws StripeException {
    assertThat(catchThrowableOfType(InvalidRequestException.class, () -> refund("late", 1_001)))
        .isNotNull();
    assertThat(catchThrowableOfType(InvalidRequestException.class, () -> refund("early", 0)))
        .isNotNull();
    InvalidRequestException replayed =
        catchThrowableOfType(InvalidRequestException.class, () -> refund("late", 1_001));
    assertThat(replayed.getCode()).isEqualTo("amount_too_large");
    assertThat(refund("early", 10).getAmount()).isEqualTo(10);
    assertThat(catchThrowableOfType(IdempotencyException.class, () -> refund("late", 10)))
        .isNotNull();
  }

  @Test
  void aServerErrorStoredUnderTheKeyIsReplayedForEver() throws StripeException {
    server.faults().add(Fault.once(REFUND, new Mishap.Status(500, true)));
    for (int i = 0; i < 3; i++) {
      ApiException failed = catchThrowableOfType(ApiException.class, () -> refund("k", 100));
      assertThat(failed.getStatusCode()).isEqualTo(500);
    }
    assertThat(refunds()).isZero();
    assertThat(server.faults().fired()).isEqualTo(1);
    assertThat(refund("k-2", 100).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void aServerErrorThatIsNotStoredIsOverWithTheNextTry() throws StripeException {
    server.faults().add(Fault.once(REFUND, new Mishap.Status(503, false)));
    assertThat(catchThrowableOfType(ApiException.class, () -> refund("k", 100)).getStatusCode())
        .isEqualTo(503);
    assertThat(refund("k", 100).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void tooManyRequestsAreRefusedAsOftenAsAsked() throws StripeException {
    server.faults().add(Fault.times(2, REFUND, new Mishap.Status(429, false)));
    assertThat(catchThrowableOfType(RateLimitException.class, () -> refund("k", 100))).isNotNull();
    assertThat(catchThrowableOfType(RateLimitException.class, () -> refund("k", 100))).isNotNull();
    assertThat(refund("k", 100).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void aConnectionCutAfterTheWorkHidesARefundThatExists() throws StripeException {
    server.faults().add(Fault.once(REFUND, new Mishap.CutAfterWork(false)));
    assertThat(catchThrowableOfType(ApiConnectionException.class, () -> refund("k", 100)))
        .isNotNull();
    assertThat(refunds()).isEqualTo(1);
    Refund found = refund("k", 100);
    assertThat(found.getLastResponse().headers().firstValue("Idempotent-Replayed"))
        .contains("true");
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void aConnectionCutBeforeTheWorkLeavesNothingBehind() throws StripeException {
    server.faults().add(Fault.once(REFUND, new Mishap.CutBeforeWork(false)));
    assertThat(catchThrowableOfType(ApiConnectionException.class, () -> refund("k", 100)))
        .isNotNull();
    assertThat(refunds()).isZero();
  }

  @Test
  void oneSilentCutIsHiddenByTheClientsOwnSecondTry() throws StripeException {
    server.faults().add(Fault.once(REFUND, new Mishap.CutAfterWork(true)));
    Refund refund = refund("k", 100);
    assertThat(refund.getLastResponse().headers().firstValue("Idempotent-Replayed"))
        .contains("true");
    assertThat(server.faults().fired()).isEqualTo(1);
  }

  @Test
  void twoSilentCutsAreSeen() {
    server.faults().add(Fault.times(2, REFUND, new Mishap.CutAfterWork(true)));
    assertThat(catchThrowableOfType(ApiConnectionException.class, () -> refund("k", 100)))
        .isNotNull();
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void aSlowCallHoldsItsKey() throws Exception {
    server.faults().add(Fault.once(REFUND, new Mishap.Delay(600)));
    CompletableFuture<Refund> slow =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return refund("k", 100);
              } catch (StripeException e) {
                throw new IllegalStateException(e);
              }
            });
    while (server.faults().fired() == 0) {
      Thread.sleep(5);
    }
    Thread.sleep(100);
    StripeException conflict = catchThrowableOfType(StripeException.class, () -> refund("k", 100));
    assertThat(conflict.getStatusCode()).isEqualTo(409);
    assertThat(conflict.getCode()).isEqualTo("idempotency_key_in_use");
    assertThat(slow.get(5, TimeUnit.SECONDS).getAmount()).isEqualTo(100);
    assertThat(refund("k", 100).getId()).isEqualTo(slow.get().getId());
  }

  @Test
  void aFaultMeetsOnlyTheCallsItIsMeantFor() throws StripeException, IOException {
    control.post(
        "/control/faults",
        "{\"match\":{\"method\":\"POST\",\"pathPattern\":\"/v1/refunds\",\"bodyContains\":\"amount=77\"},"
            + "\"action\":{\"type\":\"status\",\"code\":500,\"storeUnderKey\":false}}");
    assertThat(refund("a", 100).getStatus()).isEqualTo("succeeded");
    assertThat(catchThrowableOfType(ApiException.class, () -> refund("b", 77))).isNotNull();
    assertThat(refund("b", 77).getStatus()).isEqualTo("succeeded");
    assertThat(control.get("/control/faults").path("fired").asInt()).isEqualTo(1);
  }

  @Test
  void faultsCanBeForgotten() throws StripeException, IOException {
    server.faults().add(Fault.times(9, REFUND, new Mishap.Status(500, false)));
    control.send("DELETE", "/control/faults", "");
    assertThat(refund("a", 100).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void chancesAreTheSameInEveryRunWithTheSameSeed() throws IOException {
    String pattern = "";
    for (int run = 0; run < 2; run++) {
      server.faults().clear();
      server.faults().add(new Fault(null, 100, 0.5, 7L, new Mishap.Status(503, false)));
      StringBuilder seen = new StringBuilder();
      JsonClient client = new JsonClient(server.uri(), PaymentServer.API_KEY);
      for (int i = 0; i < 20; i++) {
        seen.append(client.send("GET", "/v1/refunds", "").statusCode() == 503 ? 'x' : '.');
      }
      assertThat(seen.toString()).contains("x").contains(".");
      assertThat(pattern).isIn("", seen.toString());
      pattern = seen.toString();
    }
  }

  @Test
  void aProcessIsKilledOnReceiptBeforeAnyWork() throws Exception {
    Process victim = victim();
    server.faults().add(Fault.once(REFUND, kill(victim, Mishap.When.ON_RECEIPT)));
    post();
    assertThat(victim.isAlive()).isFalse();
    assertThat(refunds()).isZero();
  }

  @Test
  void aProcessIsKilledWhenTheWorkIsDone() throws Exception {
    Process victim = victim();
    server.faults().add(Fault.once(REFUND, kill(victim, Mishap.When.AFTER_WORK)));
    assertThat(post()).isFalse();
    assertThat(victim.isAlive()).isFalse();
    assertThat(refunds()).isEqualTo(1);
  }

  @Test
  void aProcessIsKilledWhenItsAnswerIsOnTheWay() throws Exception {
    Process victim = victim();
    server.faults().add(Fault.once(REFUND, kill(victim, Mishap.When.AFTER_ANSWER)));
    assertThat(post()).isTrue();
    assertThat(victim.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(refunds()).isEqualTo(1);
  }

  private static Process victim() throws IOException {
    return new ProcessBuilder("sleep", "60").start();
  }

  private static Mishap kill(Process victim, Mishap.When when) {
    return new Mishap.Kill(when, victim.pid());
  }

  /** Asks for a refund with a client that never tries twice; whether an answer came. */
  private boolean post() {
    JsonClient client = new JsonClient(server.uri(), PaymentServer.API_KEY);
    try {
      return client.post("/v1/refunds", "payment_intent=pi_1&amount=5").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean succeeds(String key, long amount) {
    try {
      return refund(key, amount).getStatus().equals("succeeded");
    } catch (StripeException e) {
      return false;
    }
  }

  private Refund refund(String key, long amount) throws StripeException {
    return stripe
        .v1()
        .refunds()
        .create(
            RefundCreateParams.builder().setPaymentIntent("pi_1").setAmount(amount).build(),
            StripeClients.key(key));
  }

  private int refunds() {
    try {
      JsonNode ledger = control.get("/ledger?payment_intent=pi_1");
      return ledger.path("payments").path(0).path("refunds").asInt();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
