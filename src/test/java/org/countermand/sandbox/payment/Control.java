package org.countermand.sandbox.payment;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.countermand.sandbox.http.BadRequest;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;
import org.countermand.sandbox.webhook.Endpoint;
import org.countermand.sandbox.webhook.Postman;
import org.jspecify.annotations.Nullable;

/** {@code /control}: what only the stage hands use. */
final class Control {

  private final Ledger ledger;
  private final Refunds refunds;
  private final RefundOutcomes outcomes;
  private final Postman postman;

  Control(Ledger ledger, Refunds refunds, RefundOutcomes outcomes, Postman postman) {
    this.ledger = ledger;
    this.refunds = refunds;
    this.outcomes = outcomes;
    this.postman = postman;
  }

  void on(Router router) {
    router
        .on("POST", "/control/seed", this::seed)
        .on("POST", "/control/webhooks", this::tell)
        .on("DELETE", "/control/webhooks", request -> tellNobody())
        .on("POST", "/control/refund-outcome", this::outcome)
        .on("POST", "/control/refunds/{id}", this::move)
        .on("DELETE", "/control/idempotency-keys", request -> forgetKeys());
  }

  private Response seed(Request request) {
    // All are read before the first is put, so that a wrong one leaves nothing behind.
    long now = Ledger.now();
    Map<Payment, List<Refund>> seeds = new LinkedHashMap<>();
    for (SeededPayment seed : Json.read(request.body(), SeededPayment[].class)) {
      seeds.put(payment(seed, now), seed.refunds(now));
    }
    return ledger.atomically(
        null,
        () -> {
          int created = 0;
          for (Map.Entry<Payment, List<Refund>> seed : seeds.entrySet()) {
            if (ledger.payment(seed.getKey().id()).isEmpty()) {
              ledger.put(seed.getKey());
              seed.getValue().forEach(ledger::put);
              created++;
            }
          }
          return Response.json(
              200, Json.object().put("created", created).put("existing", seeds.size() - created));
        });
  }

  private static Payment payment(SeededPayment seed, long now) {
    try {
      return seed.payment(now);
    } catch (IllegalArgumentException e) {
      throw new BadRequest(e.getMessage());
    }
  }

  private Response tell(Request request) {
    postman.tell(Json.read(request.body(), Endpoint.class));
    return Response.empty();
  }

  private Response tellNobody() {
    postman.tellNobody();
    return Response.empty();
  }

  private Response outcome(Request request) {
    Outcome asked = Json.read(request.body(), Outcome.class);
    String pending = Objects.requireNonNullElse(asked.pendingReason, "processing");
    outcomes.set(new RefundOutcomes.Outcome(status(asked.status), pending), asked.forPaymentIntent);
    return Response.empty();
  }

  private Response move(Request request) {
    Move asked = Json.read(request.body(), Move.class);
    RefundStatus next = status(asked.status);
    String why = Objects.requireNonNullElse(asked.failureReason, "unknown");
    String pending = Objects.requireNonNullElse(asked.pendingReason, "processing");
    return ledger.atomically(
        null,
        () -> {
          Refund moved = refunds.move(request.variable("id"), next, why, pending);
          return Response.json(
              200, Json.object().put("id", moved.id()).put("status", Wire.name(moved.status())));
        });
  }

  private Response forgetKeys() {
    return ledger.atomically(
        null,
        () -> {
          ledger.forgetAnswers();
          return Response.empty();
        });
  }

  private static RefundStatus status(@Nullable RefundStatus sent) {
    if (sent == null) {
      throw new BadRequest("a status is needed: succeeded, pending or failed");
    }
    return sent;
  }

  private record Outcome(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) RefundStatus status,
      @Nullable String forPaymentIntent,
      @Nullable String pendingReason) {}

  private record Move(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) RefundStatus status,
      @Nullable String failureReason,
      @Nullable String pendingReason) {}
}
