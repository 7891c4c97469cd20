package org.countermand.sandbox.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.FaultRoutes;
import org.countermand.sandbox.http.LoopbackServer;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;
import org.countermand.sandbox.http.Site;
import org.countermand.sandbox.webhook.Postman;
import org.jspecify.annotations.Nullable;

/**
 * A payment server on 127.0.0.1 that speaks Stripe's wire format for payment intents, charges,
 * refunds and events, with idempotency keys and signed webhooks. No money moves. Made, started
 * once, closed; with a file it remembers what an earlier one with the same file did.
 */
public final class PaymentServer implements AutoCloseable {

  /** The key that it accepts unless told another. */
  public static final String API_KEY = "sk_test_sandbox";

  private final String apiKey;
  private final Faults faults = new Faults();
  private final Postman postman = new Postman("Stripe-Signature");
  private final Ledger ledger;
  private final Idempotency idempotency;
  private final Router stripe = new Router();
  private final Router control = new Router();
  private @Nullable LoopbackServer server;

  /** Remembers nothing and accepts {@link #API_KEY}. */
  public PaymentServer() {
    this(API_KEY, null);
  }

  /**
   * Reads what is remembered.
   *
   * @param apiKey the secret key that clients send
   * @param file where the ledger is kept, made when it does not exist; null for memory only
   */
  public PaymentServer(String apiKey, @Nullable Path file) {
    this.apiKey = apiKey;
    ledger = new Ledger(file, event -> postman.send(StripeJson.event(event).toString()));
    idempotency = new Idempotency(ledger);
    RefundOutcomes outcomes = new RefundOutcomes();
    Refunds refunds = new Refunds(ledger, outcomes);
    refunds.on(stripe);
    new PaymentIntents(ledger).on(stripe);
    new Charges(ledger).on(stripe);
    new Events(ledger).on(stripe);
    new Control(ledger, refunds, outcomes, postman).on(control);
    new LedgerView(ledger).on(control);
    new FaultRoutes(faults).on(control);
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   */
  public PaymentServer start(int port) {
    server = new LoopbackServer(port, new Counter(), faults);
    return this;
  }

  /** The base URL for clients, without a slash at the end. */
  public URI uri() {
    return Objects.requireNonNull(server, "not started").uri();
  }

  /** What goes wrong with calls to {@code /v1}. */
  public Faults faults() {
    return faults;
  }

  /** What carries the webhooks. */
  public Postman postman() {
    return postman;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    postman.close();
    ledger.close();
  }

  private final class Counter implements Site {

    @Override
    public Response answer(Request request, Runnable beforeWork) {
      try {
        return request.path().startsWith("/v1/")
            ? serve(request, beforeWork)
            : control
                .answer(request)
                .orElseThrow(() -> Refusal.unknownUrl(request.method(), request.path()));
      } catch (Refusal refusal) {
        return refusal.response();
      }
    }

    @Override
    public Response refuse(Request request, Mishap.Status status) {
      Refusal trouble = Refusal.trouble(status.code());
      if (!status.storeUnderKey()) {
        return trouble.response();
      }
      try {
        return idempotency.answer(request, () -> {}, trouble::response);
      } catch (Refusal refusal) {
        return refusal.response();
      }
    }

    private Response serve(Request request, Runnable beforeWork) {
      if (!authentic(request)) {
        throw Refusal.unauthorized();
      }
      return idempotency
          .answer(
              request,
              beforeWork,
              () ->
                  stripe
                      .answer(request)
                      .orElseThrow(() -> Refusal.unknownUrl(request.method(), request.path())))
          .with("Request-Id", Wire.id("req_"))
          .with("Stripe-Version", StripeJson.API_VERSION);
    }

    private boolean authentic(Request request) {
      Optional<String> sent = request.header("Authorization");
      String basic = Base64.getEncoder().encodeToString((apiKey + ":").getBytes(UTF_8));
      return sent.equals(Optional.of("Bearer " + apiKey))
          || sent.equals(Optional.of("Basic " + basic));
    }
  }
}
