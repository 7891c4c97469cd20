package org.countermand.sandbox.payment;

import java.util.List;
import java.util.Set;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;

/** {@code /v1/charges}: read only, they are made by payment intents. */
final class Charges {

  private final Ledger ledger;

  Charges(Ledger ledger) {
    this.ledger = ledger;
  }

  void on(Router router) {
    router.on("GET", "/v1/charges", this::list).on("GET", "/v1/charges/{id}", this::retrieve);
  }

  private Response retrieve(Request request) {
    Parameters sent = Parameters.of(request.form(), Set.of());
    String id = request.variable("id");
    Payment payment =
        ledger.paymentOfCharge(id).orElseThrow(() -> Refusal.missing("charge", id, "id"));
    return Response.json(
        200, StripeJson.charge(payment, sent.expand(), ledger.refundsOf(payment.id())));
  }

  private Response list(Request request) {
    Parameters sent = Parameters.of(request.form(), Page.with("payment_intent"));
    Expand expand = sent.expand();
    List<Payment> payments =
        sent.text("payment_intent")
            .map(id -> ledger.payment(id).stream().toList())
            .orElseGet(ledger::payments);
    List<Payment> charged = payments.stream().filter(Payment::hasCharge).toList();
    return Page.of(
        sent,
        "/v1/charges",
        charged,
        Payment::chargeId,
        each -> StripeJson.charge(each, expand, ledger.refundsOf(each.id())));
  }
}
