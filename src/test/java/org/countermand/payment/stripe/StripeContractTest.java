package org.countermand.payment.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.countermand.payment.GatewayContract;
import org.countermand.payment.model.Capabilities;
import org.countermand.payment.model.Gateway;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.payment.PaymentServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, at a server that speaks Stripe's wire format. */
class StripeContractTest extends GatewayContract {

  private static final AtomicInteger PAYMENTS = new AtomicInteger();

  private static PaymentServer server;
  private static JsonClient control;
  private static JsonClient dashboard;
  private static StripeGateway gateway;

  @BeforeAll
  static void start() {
    server = new PaymentServer().start(0);
    control = new JsonClient(server.uri(), null);
    dashboard = new JsonClient(server.uri(), PaymentServer.API_KEY);
    gateway = at(server.uri().toString());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected Gateway gateway() {
    return gateway;
  }

  @Override
  protected Gateway whereNobodyListens() {
    try (PaymentServer gone = new PaymentServer().start(0)) {
      return at(gone.uri().toString());
    }
  }

  @Override
  protected Capabilities claimed() {
    return new Capabilities(true, true, true, true);
  }

  @Override
  protected String taken(long pence) {
    return payment(pence, true);
  }

  @Override
  protected String reserved(long pence) {
    return payment(pence, false);
  }

  @Override
  protected void paysBackByHand(String payment, long pence) {
    try {
      dashboard.post("/v1/refunds", "payment_intent=" + payment + "&amount=" + pence);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void losesTheNextAnswer() {
    server
        .faults()
        .add(Fault.once(Match.of("POST", "^/v1/refunds$"), new Mishap.CutAfterWork(false)));
  }

  private static String payment(long pence, boolean captured) {
    String id = "pi_contract" + PAYMENTS.incrementAndGet();
    try {
      control.post(
          "/control/seed",
          """
          [{"id":"%s","amount":%d,"currency":"gbp","capture_method":"manual","captured":%b}]
          """
              .formatted(id, pence, captured));
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StripeGateway at(String base) {
    return new StripeGateway(Optional.of(PaymentServer.API_KEY), Optional.of(base));
  }
}
