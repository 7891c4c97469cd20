package org.countermand.sandbox.payment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.countermand.sandbox.http.Html;
import org.countermand.sandbox.http.HtmlTable;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;

/** The whole ledger: {@code /ledger} for programs, {@code /} for people. */
final class LedgerView {

  private static final int ROWS = 200;

  private final Ledger ledger;

  LedgerView(Ledger ledger) {
    this.ledger = ledger;
  }

  void on(Router router) {
    router
        .on("GET", "/ledger", request -> ledger.atomically(null, () -> json(request)))
        .on("GET", "/", request -> ledger.atomically(null, this::page));
  }

  private Response json(Request request) {
    Optional<String> only = request.form().get("payment_intent");
    List<Payment> payments =
        only.map(id -> ledger.payment(id).stream().toList()).orElseGet(ledger::payments);
    List<Refund> refunds = only.map(ledger::refundsOf).orElseGet(ledger::refunds);
    ObjectNode json = Json.object();
    ArrayNode rows = json.putArray("payments");
    payments.forEach(payment -> rows.add(row(payment)));
    ArrayNode back = json.putArray("refunds");
    refunds.forEach(refund -> back.add(row(refund)));
    json.putObject("totals")
        .put("payments", payments.size())
        .put("refunds", refunds.size())
        .put("voids", payments.stream().filter(Payment::voided).count());
    return Response.json(200, json);
  }

  private ObjectNode row(Payment payment) {
    ObjectNode row =
        Json.object()
            .put("id", payment.id())
            .put("charge", payment.hasCharge() ? payment.chargeId() : null)
            .put("amount", payment.amount())
            .put("currency", payment.currency())
            .put("capture_method", Wire.name(payment.captureMethod()))
            .put("status", Wire.name(payment.status()))
            .put("captured", payment.captured())
            .put("refunded", payment.refunded())
            .put("refunds", ledger.refundsOf(payment.id()).size())
            .put("voids", payment.voided() ? 1 : 0);
    row.set("metadata", Json.tree(payment.metadata()));
    return row;
  }

  private static ObjectNode row(Refund refund) {
    ObjectNode row =
        Json.object()
            .put("id", refund.id())
            .put("payment_intent", refund.payment())
            .put("amount", refund.amount())
            .put("currency", refund.currency())
            .put("status", Wire.name(refund.status()))
            .put("reason", refund.reason())
            .put("failure_reason", refund.failureReason())
            .put("created", refund.created());
    row.set("metadata", Json.tree(refund.metadata()));
    return row;
  }

  private Response page() {
    List<Payment> payments = ledger.payments();
    HtmlTable paid =
        new HtmlTable(
            caption("Payments", payments.size()),
            "Payment",
            "Status",
            "Amount>",
            "Captured>",
            "Refunded>");
    payments.stream()
        .limit(ROWS)
        .forEach(
            each ->
                paid.row(
                    each.id(),
                    Wire.name(each.status()),
                    Amount.text(each.amount(), each.currency()),
                    Amount.text(each.captured(), each.currency()),
                    Amount.text(each.refunded(), each.currency())));
    List<Refund> refunds = ledger.refunds();
    HtmlTable back =
        new HtmlTable(
            caption("Refunds", refunds.size()), "Refund", "Payment", "Status", "Reason", "Amount>");
    refunds.stream()
        .limit(ROWS)
        .forEach(
            each ->
                back.row(
                    each.id(),
                    each.payment(),
                    Wire.name(each.status()),
                    each.reason() == null ? "" : each.reason(),
                    Amount.text(each.amount(), each.currency())));
    return Response.html(Html.page("Payment server", paid.html() + back.html()));
  }

  private static String caption(String what, int count) {
    return what + ": " + count + (count > ROWS ? ", the newest " + ROWS + " shown" : "");
  }
}
