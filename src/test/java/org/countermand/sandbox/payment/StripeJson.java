package org.countermand.sandbox.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.countermand.sandbox.http.Json;
import org.jspecify.annotations.Nullable;

/** The objects as Stripe's API shows them. */
final class StripeJson {

  /** The version of the API whose shapes these are. */
  static final String API_VERSION = "2026-07-29.dahlia";

  private static final long AUTHORIZATION = Duration.ofDays(7).toSeconds();

  private StripeJson() {}

  /** What a list within an object brings along of its newest. */
  private static final int BROUGHT = 10;

  static ObjectNode paymentIntent(Payment payment, Expand expand) {
    return paymentIntent(payment, expand, List.of());
  }

  /**
   * The payment.
   *
   * @param refunds all refunds of it, newest first; asked for only where they are expanded
   */
  static ObjectNode paymentIntent(Payment payment, Expand expand, List<Refund> refunds) {
    ObjectNode json =
        Json.object()
            .put("id", payment.id())
            .put("object", "payment_intent")
            .put("amount", payment.amount())
            .put("amount_capturable", payment.capturable())
            .put("amount_received", payment.captured());
    json.putObject("amount_details").putObject("tip");
    json.putNull("application")
        .putNull("application_fee_amount")
        .putNull("automatic_payment_methods")
        .put("canceled_at", payment.canceledAt())
        .put("cancellation_reason", payment.cancellationReason())
        .put("capture_method", Wire.name(payment.captureMethod()))
        .put("client_secret", payment.id() + "_secret_sandbox")
        .put("confirmation_method", "automatic")
        .put("created", payment.created())
        .put("currency", payment.currency())
        .putNull("customer")
        .put("description", payment.description())
        .putNull("last_payment_error");
    if (payment.hasCharge() && expand.has("latest_charge")) {
      json.set("latest_charge", charge(payment, expand.in("latest_charge"), refunds));
    } else {
      json.put("latest_charge", payment.hasCharge() ? payment.chargeId() : null);
    }
    json.put("livemode", false).set("metadata", strings(payment.metadata()));
    json.putNull("next_action")
        .putNull("on_behalf_of")
        .put("payment_method", paymentMethod(payment))
        .putObject("payment_method_options");
    json.putArray("payment_method_types").add("card");
    return json.putNull("processing")
        .putNull("receipt_email")
        .putNull("review")
        .putNull("setup_future_usage")
        .putNull("shipping")
        .putNull("statement_descriptor")
        .putNull("statement_descriptor_suffix")
        .put("status", Wire.name(payment.status()))
        .putNull("transfer_data")
        .putNull("transfer_group");
  }

  /**
   * The charge. A voided authorization shows its whole amount as refunded though there is no refund
   * object: the hold on the card was released.
   */
  static ObjectNode charge(Payment payment, Expand expand) {
    return charge(payment, expand, List.of());
  }

  /** As {@link #charge(Payment, Expand)}, with its refunds where they are expanded. */
  static ObjectNode charge(Payment payment, Expand expand, List<Refund> refunds) {
    long refunded = payment.voided() ? payment.amount() : payment.refunded();
    boolean captured = payment.captured() > 0;
    boolean all = payment.voided() || (captured && payment.refundable() == 0);
    ObjectNode json =
        Json.object()
            .put("id", payment.chargeId())
            .put("object", "charge")
            .put("amount", payment.amount())
            .put("amount_captured", payment.captured())
            .put("amount_refunded", refunded)
            .putNull("application")
            .putNull("application_fee")
            .putNull("application_fee_amount")
            .put("balance_transaction", captured ? Wire.derived("txn_", payment.id()) : null);
    ObjectNode billing = json.putObject("billing_details");
    ObjectNode address = billing.putObject("address");
    for (String part : new String[] {"city", "country", "line1", "line2", "postal_code", "state"}) {
      address.putNull(part);
    }
    billing.putNull("email").putNull("name").putNull("phone").putNull("tax_id");
    json.putNull("calculated_statement_descriptor")
        .put("captured", captured)
        .put("created", payment.authorizedAt())
        .put("currency", payment.currency())
        .putNull("customer")
        .put("description", payment.description())
        .put("disputed", false)
        .putNull("failure_balance_transaction")
        .putNull("failure_code")
        .putNull("failure_message")
        .putObject("fraud_details");
    json.put("livemode", false).set("metadata", strings(payment.metadata()));
    json.putNull("on_behalf_of").set("outcome", outcome());
    json.put("paid", true);
    if (expand.has("payment_intent")) {
      json.set("payment_intent", paymentIntent(payment, Expand.NOTHING));
    } else {
      json.put("payment_intent", payment.id());
    }
    json.put("payment_method", paymentMethod(payment)).set("payment_method_details", card(payment));
    if (expand.has("refunds")) {
      json.set("refunds", brought(payment, refunds));
    }
    return json.putNull("receipt_email")
        .putNull("receipt_number")
        .putNull("receipt_url")
        .put("refunded", all)
        .putNull("review")
        .putNull("shipping")
        .putNull("source_transfer")
        .putNull("statement_descriptor")
        .putNull("statement_descriptor_suffix")
        .put("status", "succeeded")
        .putNull("transfer_data")
        .putNull("transfer_group");
  }

  private static ObjectNode brought(Payment payment, List<Refund> refunds) {
    ObjectNode list = Json.object().put("object", "list");
    ArrayNode data = list.putArray("data");
    refunds.stream()
        .limit(BROUGHT)
        .forEach(refund -> data.add(refund(refund, payment, Expand.NOTHING)));
    return list.put("has_more", refunds.size() > BROUGHT)
        .put("url", "/v1/charges/" + payment.chargeId() + "/refunds");
  }

  static ObjectNode refund(Refund refund, Payment payment, Expand expand) {
    boolean failed = refund.status() == RefundStatus.FAILED;
    ObjectNode json =
        Json.object()
            .put("id", refund.id())
            .put("object", "refund")
            .put("amount", refund.amount())
            .put("balance_transaction", Wire.derived("txn_", refund.id()));
    if (expand.has("charge")) {
      json.set("charge", charge(payment, Expand.NOTHING));
    } else {
      json.put("charge", payment.chargeId());
    }
    json.put("created", refund.created()).put("currency", refund.currency());
    ObjectNode card =
        json.putObject("destination_details")
            .put("type", "card")
            .putObject("card")
            .put("type", "refund")
            .put("reference_status", refund.networkReference() == null ? "pending" : "available")
            .put("reference_type", "acquirer_reference_number");
    if (refund.networkReference() != null) {
      card.put("reference", refund.networkReference());
    }
    if (failed) {
      // Absent unless failed: these two are not nullable in Stripe's description.
      json.put("failure_balance_transaction", Wire.derived("txn_f", refund.id()))
          .put("failure_reason", refund.failureReason());
    }
    json.set("metadata", strings(refund.metadata()));
    if (expand.has("payment_intent")) {
      json.set("payment_intent", paymentIntent(payment, Expand.NOTHING));
    } else {
      json.put("payment_intent", payment.id());
    }
    if (refund.status() == RefundStatus.PENDING) {
      json.put("pending_reason", refund.pendingReason());
    }
    return json.put("reason", refund.reason())
        .putNull("receipt_number")
        .putNull("source_transfer_reversal")
        .put("status", Wire.name(refund.status()))
        .putNull("transfer_reversal");
  }

  static ObjectNode event(Event event) {
    ObjectNode json =
        Json.object()
            .put("id", event.id())
            .put("object", "event")
            .put("api_version", API_VERSION)
            .put("created", event.created());
    json.putObject("data").set("object", subject(event));
    json.put("livemode", false).put("pending_webhooks", 1);
    json.putObject("request").putNull("id").put("idempotency_key", event.key());
    return json.put("type", event.type());
  }

  private static ObjectNode subject(Event event) {
    if (event.type().startsWith("refund.") && event.refund() != null) {
      return refund(event.refund(), event.payment(), Expand.NOTHING);
    }
    return event.type().startsWith("charge.")
        ? charge(event.payment(), Expand.NOTHING)
        : paymentIntent(event.payment(), Expand.NOTHING);
  }

  private static @Nullable String paymentMethod(Payment payment) {
    // A test card such as pm_card_visa becomes a payment method of its own when it is used.
    return payment.paymentMethod() == null ? null : Wire.derived("pm_", payment.id());
  }

  private static ObjectNode outcome() {
    return Json.object()
        .put("network_status", "approved_by_network")
        .putNull("reason")
        .put("risk_level", "normal")
        .put("seller_message", "Payment complete.")
        .put("type", "authorized");
  }

  private static ObjectNode card(Payment payment) {
    ObjectNode card = Json.object().put("amount_authorized", payment.amount()).put("brand", "visa");
    if (payment.status() == PaymentStatus.REQUIRES_CAPTURE && payment.authorizedAt() != null) {
      card.put("capture_before", payment.authorizedAt() + AUTHORIZATION);
    }
    card.putObject("checks")
        .putNull("address_line1_check")
        .putNull("address_postal_code_check")
        .put("cvc_check", "pass");
    card.put("country", "US")
        .put("exp_month", 8)
        .put("exp_year", 2034)
        .put("fingerprint", "sandboxSandboxSa")
        .put("funding", "credit")
        .putNull("installments")
        .put("last4", "4242")
        .putNull("mandate")
        .put("network", "visa")
        .putNull("three_d_secure")
        .putNull("wallet");
    ObjectNode details = Json.object();
    details.set("card", card);
    return details.put("type", "card");
  }

  private static JsonNode strings(Map<String, String> metadata) {
    return Json.tree(metadata);
  }
}
