package org.countermand.sandbox.payment;

import java.util.Map;
import java.util.Set;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;

/** {@code /v1/payment_intents}: authorize, capture, cancel. */
final class PaymentIntents {

  private static final Set<String> CREATE =
      Set.of(
          "amount",
          "automatic_payment_methods",
          "capture_method",
          "confirm",
          "confirmation_method",
          "currency",
          "customer",
          "description",
          "error_on_requires_action",
          "metadata",
          "off_session",
          "payment_method",
          "payment_method_options",
          "payment_method_types",
          "receipt_email",
          "return_url",
          "setup_future_usage",
          "shipping",
          "statement_descriptor",
          "statement_descriptor_suffix",
          "transfer_group");
  private static final Set<String> CONFIRM =
      Set.of(
          "capture_method",
          "error_on_requires_action",
          "off_session",
          "payment_method",
          "payment_method_options",
          "payment_method_types",
          "receipt_email",
          "return_url",
          "setup_future_usage");
  private static final Set<String> CAPTURE =
      Set.of(
          "amount_to_capture",
          "final_capture",
          "metadata",
          "statement_descriptor",
          "statement_descriptor_suffix");
  private static final Set<String> REASONS =
      Set.of("abandoned", "duplicate", "fraudulent", "requested_by_customer");

  /** Test cards that the bank declines, with its reason. */
  private static final Map<String, String> DECLINED =
      Map.of(
          "pm_card_chargeDeclined", "generic_decline",
          "pm_card_visa_chargeDeclined", "generic_decline",
          "pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds",
          "pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds");

  private final Ledger ledger;

  PaymentIntents(Ledger ledger) {
    this.ledger = ledger;
  }

  void on(Router router) {
    router
        .on("POST", "/v1/payment_intents", this::create)
        .on("GET", "/v1/payment_intents", this::list)
        .on("GET", "/v1/payment_intents/{id}", this::retrieve)
        .on("POST", "/v1/payment_intents/{id}/confirm", this::confirm)
        .on("POST", "/v1/payment_intents/{id}/capture", this::capture)
        .on("POST", "/v1/payment_intents/{id}/cancel", this::cancel);
  }

  private Response create(Request request) {
    Parameters sent = Parameters.of(request.form(), CREATE);
    String amount = sent.required("amount");
    Payment payment =
        new Payment(
            Wire.id("pi_3"),
            sent.amount("amount").orElseThrow(() -> new IllegalStateException(amount)),
            sent.currency(),
            sent.constant("capture_method", CaptureMethod.class).orElse(CaptureMethod.AUTOMATIC),
            PaymentStatus.REQUIRES_PAYMENT_METHOD,
            0,
            0,
            null,
            null,
            Ledger.now(),
            null,
            null,
            sent.text("description").orElse(null),
            sent.metadata());
    Payment offered = sent.text("payment_method").map(payment::paidBy).orElse(payment);
    boolean confirm = sent.flag("confirm");
    Expand expand = sent.expand();
    ledger.put(offered);
    return show(confirm ? charge(offered) : offered, expand);
  }

  private Response list(Request request) {
    Parameters sent = Parameters.of(request.form(), Page.with());
    Expand expand = sent.expand();
    return Page.of(
        sent,
        "/v1/payment_intents",
        ledger.payments(),
        Payment::id,
        each -> StripeJson.paymentIntent(each, expand, ledger.refundsOf(each.id())));
  }

  private Response retrieve(Request request) {
    // A client may send its secret along; here it opens nothing.
    Parameters sent = Parameters.of(request.form(), Set.of("client_secret"));
    return show(find(request), sent.expand());
  }

  private Response confirm(Request request) {
    Parameters sent = Parameters.of(request.form(), CONFIRM);
    Expand expand = sent.expand();
    Payment found = find(request);
    if (found.status() != PaymentStatus.REQUIRES_CONFIRMATION
        && found.status() != PaymentStatus.REQUIRES_PAYMENT_METHOD) {
      throw Refusal.unexpectedState(found, "This PaymentIntent cannot be confirmed: " + why(found));
    }
    return show(charge(sent.text("payment_method").map(found::paidBy).orElse(found)), expand);
  }

  private Response capture(Request request) {
    Parameters sent = Parameters.of(request.form(), CAPTURE);
    Expand expand = sent.expand();
    var asked = sent.amount("amount_to_capture");
    Payment found = find(request);
    if (found.status() != PaymentStatus.REQUIRES_CAPTURE) {
      throw Refusal.unexpectedState(
          found, "This PaymentIntent could not be captured: " + why(found));
    }
    if (asked.orElse(0) > found.capturable()) {
      throw Refusal.impossible(
          "amount_too_large",
          "amount_to_capture",
          "The provided 'amount_to_capture' is more than the remaining amount to capture.");
    }
    long sum = asked.orElse(found.capturable());
    boolean last = sent.text("final_capture").isEmpty() || sent.flag("final_capture");
    Payment captured =
        (last || sum == found.capturable() ? found.capture(sum) : found.captureSome(sum))
            .with(sent.metadata());
    ledger.put(captured);
    ledger.happened("charge.captured", captured, null);
    ledger.happened(
        captured.status() == PaymentStatus.SUCCEEDED
            ? "payment_intent.succeeded"
            : "payment_intent.amount_capturable_updated",
        captured,
        null);
    return show(captured, expand);
  }

  private Response cancel(Request request) {
    Parameters sent = Parameters.of(request.form(), Set.of("cancellation_reason"));
    Expand expand = sent.expand();
    String reason = sent.oneOf("cancellation_reason", REASONS).orElse(null);
    Payment found = find(request);
    if (found.status() == PaymentStatus.SUCCEEDED || found.status() == PaymentStatus.CANCELED) {
      throw Refusal.unexpectedState(found, "You cannot cancel this PaymentIntent: " + why(found));
    }
    Payment canceled = found.cancel(reason, Ledger.now());
    ledger.put(canceled);
    if (canceled.voided()) {
      // Stripe reports the released hold as refunded, without a refund object.
      ledger.happened("charge.refunded", canceled, null);
    }
    ledger.happened("payment_intent.canceled", canceled, null);
    return show(canceled, expand);
  }

  private Payment charge(Payment payment) {
    String method = payment.paymentMethod();
    if (method == null) {
      throw Refusal.unexpectedState(
          payment, "You cannot confirm this PaymentIntent because it's missing a payment method.");
    }
    String declineCode = DECLINED.get(method);
    if (declineCode != null) {
      Payment declined = payment.declined();
      ledger.put(declined);
      throw Refusal.declined(declined, declineCode);
    }
    boolean manual = payment.captureMethod() == CaptureMethod.MANUAL;
    Payment authorized = payment.authorized(Ledger.now());
    Payment charged = manual ? authorized : authorized.capture(payment.amount());
    ledger.put(charged);
    ledger.happened(
        manual ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded",
        charged,
        null);
    return charged;
  }

  private Payment find(Request request) {
    String id = request.variable("id");
    return ledger.payment(id).orElseThrow(() -> Refusal.missing("payment_intent", id, "intent"));
  }

  private static String why(Payment payment) {
    return "its status is " + Wire.name(payment.status()) + ".";
  }

  private Response show(Payment payment, Expand expand) {
    return Response.json(
        200, StripeJson.paymentIntent(payment, expand, ledger.refundsOf(payment.id())));
  }
}
