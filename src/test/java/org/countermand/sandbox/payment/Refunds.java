package org.countermand.sandbox.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;
import org.jspecify.annotations.Nullable;

/** {@code /v1/refunds}: never more than was captured, failed refunds not counted. */
final class Refunds {

  private static final Set<String> CREATE =
      Set.of("amount", "charge", "instructions_email", "metadata", "payment_intent", "reason");
  private static final Set<String> REASONS =
      Set.of("duplicate", "fraudulent", "requested_by_customer");

  private final Ledger ledger;
  private final RefundOutcomes outcomes;

  Refunds(Ledger ledger, RefundOutcomes outcomes) {
    this.ledger = ledger;
    this.outcomes = outcomes;
  }

  void on(Router router) {
    router
        .on("POST", "/v1/refunds", this::create)
        .on("GET", "/v1/refunds", this::list)
        .on("GET", "/v1/refunds/{id}", this::retrieve);
  }

  /**
   * Moves a refund to its end, days later as it were.
   *
   * @param failureReason one of Stripe's, for a refund that fails
   * @param pendingReason one of Stripe's, for a refund that is pending
   * @throws Refusal when there is no such refund or it has failed before
   */
  Refund move(String id, RefundStatus next, @Nullable String failureReason, String pendingReason) {
    Refund found = ledger.refund(id).orElseThrow(() -> Refusal.missing("refund", id, "id"));
    if (found.status() == RefundStatus.FAILED) {
      throw Refusal.impossible(null, "status", "The refund has failed already.");
    }
    boolean fails = next == RefundStatus.FAILED;
    Refund moved = found.become(next, fails ? failureReason : null, pendingReason);
    Payment payment = payment(found);
    Payment after = fails ? payment.refund(-found.amount()) : payment;
    ledger.put(after);
    ledger.put(moved);
    ledger.happened("refund.updated", after, moved);
    if (fails) {
      ledger.happened("refund.failed", after, moved);
    }
    return moved;
  }

  private Response create(Request request) {
    Parameters sent = Parameters.of(request.form(), CREATE);
    Expand expand = sent.expand();
    OptionalLong asked = sent.amount("amount");
    String reason = sent.oneOf("reason", REASONS).orElse(null);
    Payment payment = subject(sent);
    refuseUnlessRefundable(payment, asked);
    long amount = asked.orElse(payment.refundable());
    RefundOutcomes.Outcome outcome = outcomes.of(payment.id());
    RefundStatus status = outcome.status();
    boolean fails = status == RefundStatus.FAILED;
    String id = Wire.id("re_3");
    Refund refund =
        new Refund(
            id,
            payment.id(),
            amount,
            payment.currency(),
            status,
            reason,
            fails ? "unknown" : null,
            Ledger.now(),
            sent.metadata(),
            status == RefundStatus.PENDING ? outcome.pendingReason() : null,
            status == RefundStatus.SUCCEEDED ? Refund.numberOf(id) : null);
    Payment after = fails ? payment : payment.refund(amount);
    ledger.put(after);
    ledger.put(refund);
    ledger.happened("refund.created", after, refund);
    ledger.happened(fails ? "refund.failed" : "charge.refunded", after, refund);
    return show(refund, expand);
  }

  private Response retrieve(Request request) {
    Parameters sent = Parameters.of(request.form(), Set.of());
    String id = request.variable("id");
    Refund refund = ledger.refund(id).orElseThrow(() -> Refusal.missing("refund", id, "id"));
    return show(refund, sent.expand());
  }

  private Response list(Request request) {
    Parameters sent =
        Parameters.of(request.form(), Page.with("payment_intent", "charge", "created"));
    Expand expand = sent.expand();
    Optional<String> payment =
        sent.text("payment_intent")
            .or(
                () ->
                    sent.text("charge")
                        .map(id -> ledger.paymentOfCharge(id).map(Payment::id).orElse("")));
    Created created = Created.of(sent);
    List<Refund> all =
        payment.map(ledger::refundsOf).orElseGet(ledger::refunds).stream()
            .filter(refund -> created.includes(refund.created()))
            .toList();
    return Page.of(sent, "/v1/refunds", all, Refund::id, each -> json(each, expand));
  }

  private Payment subject(Parameters sent) {
    Optional<String> intent = sent.text("payment_intent");
    if (intent.isPresent()) {
      return ledger
          .payment(intent.get())
          .orElseThrow(() -> Refusal.missing("payment_intent", intent.get(), "payment_intent"));
    }
    String charge = sent.required("charge");
    return ledger
        .paymentOfCharge(charge)
        .orElseThrow(() -> Refusal.missing("charge", charge, "charge"));
  }

  private static void refuseUnlessRefundable(Payment payment, OptionalLong asked) {
    if (payment.captured() == 0) {
      throw Refusal.unexpectedState(
          payment,
          "This PaymentIntent ("
              + payment.id()
              + ") does not have a successful charge to refund: its status is "
              + Wire.name(payment.status())
              + ".");
    }
    if (payment.refundable() == 0) {
      throw Refusal.impossible(
          "charge_already_refunded",
          null,
          "Charge " + payment.chargeId() + " has already been refunded.");
    }
    if (asked.orElse(0) > payment.refundable()) {
      throw Refusal.impossible(
          "amount_too_large",
          "amount",
          "Refund amount ("
              + Amount.text(asked.orElse(0), payment.currency())
              + ") is greater than unrefunded amount on charge ("
              + Amount.text(payment.refundable(), payment.currency())
              + ")");
    }
  }

  private Response show(Refund refund, Expand expand) {
    return Response.json(200, json(refund, expand));
  }

  private JsonNode json(Refund refund, Expand expand) {
    return StripeJson.refund(refund, payment(refund), expand);
  }

  private Payment payment(Refund refund) {
    return ledger
        .payment(refund.payment())
        .orElseThrow(() -> new IllegalStateException(refund.payment()));
  }
}
