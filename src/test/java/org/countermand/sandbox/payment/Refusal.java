package org.countermand.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.Response;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error object. */
final class Refusal extends RuntimeException {

  private static final String INVALID = "invalid_request_error";

  private final int status;
  private final transient ObjectNode error;
  private final boolean executed;

  private Refusal(int status, ObjectNode error, boolean executed) {
    super(error.path("message").asText(), null, false, false);
    this.status = status;
    this.error = error;
    this.executed = executed;
  }

  /** The parameters are wrong; execution has not begun. */
  static Refusal parameter(String code, @Nullable String param, String message) {
    return new Refusal(400, error(INVALID, code, param, message), false);
  }

  /** Execution has begun and found that it cannot be done. */
  static Refusal impossible(@Nullable String code, @Nullable String param, String message) {
    return new Refusal(400, error(INVALID, code, param, message), true);
  }

  /** There is no such thing. */
  static Refusal missing(String kind, String id, String param) {
    return new Refusal(
        404, error(INVALID, "resource_missing", param, "No such " + kind + ": '" + id + "'"), true);
  }

  /** The payment is not in a state for this. */
  static Refusal unexpectedState(Payment payment, String message) {
    ObjectNode error = error(INVALID, "payment_intent_unexpected_state", null, message);
    error.set("payment_intent", StripeJson.paymentIntent(payment, Expand.NOTHING));
    return new Refusal(400, error, true);
  }

  /** The bank declined the card. */
  static Refusal declined(Payment payment, String declineCode) {
    ObjectNode error = error("card_error", "card_declined", null, "Your card was declined.");
    error.put("decline_code", declineCode);
    error.set("payment_intent", StripeJson.paymentIntent(payment, Expand.NOTHING));
    return new Refusal(402, error, true);
  }

  /** The key does not authenticate. */
  static Refusal unauthorized() {
    return new Refusal(401, error(INVALID, null, null, "Invalid API Key provided."), false);
  }

  /** No such address. */
  static Refusal unknownUrl(String method, String path) {
    String message = "Unrecognized request URL (" + method + ": " + path + ").";
    return new Refusal(404, error(INVALID, null, null, message), false);
  }

  /** Another request with this idempotency key is being executed. */
  static Refusal keyInUse() {
    String message = "Another request with the same Idempotency-Key is in progress.";
    return new Refusal(409, error(INVALID, "idempotency_key_in_use", null, message), false);
  }

  /** The idempotency key was used for another request. */
  static Refusal keyReused(String key) {
    String message =
        "Keys for idempotent requests can only be used with the same parameters they were first"
            + " used with: '"
            + key
            + "'.";
    return new Refusal(400, error("idempotency_error", null, null, message), false);
  }

  /** The server is in trouble. */
  static Refusal trouble(int status) {
    String code = status == 429 ? "rate_limit" : null;
    String type = status == 429 ? INVALID : "api_error";
    return new Refusal(status, error(type, code, null, "An unknown error occurred."), true);
  }

  /** Whether the answer is stored under the idempotency key. */
  boolean executed() {
    return executed;
  }

  Response response() {
    return Response.json(status, Json.object().set("error", error));
  }

  private static ObjectNode error(
      String type, @Nullable String code, @Nullable String param, String message) {
    ObjectNode error = Json.object();
    if (code != null) {
      error.put("code", code);
    }
    error.put("message", message);
    if (param != null) {
      error.put("param", param);
    }
    return error.put("type", type);
  }
}
