package org.countermand.sandbox.bank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.countermand.sandbox.http.Html;
import org.countermand.sandbox.http.HtmlTable;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;

/** All transfers: {@code /ledger} for programs, {@code /} for people. */
final class BankView {

  private static final int ROWS = 200;

  private final BankBook book;

  BankView(BankBook book) {
    this.book = book;
  }

  void on(Router router) {
    router.on("GET", "/ledger", request -> json()).on("GET", "/", request -> page());
  }

  private Response json() {
    ObjectNode json = Json.object();
    ArrayNode transfers = json.putArray("transfers");
    for (Transfer each : book.transfers()) {
      transfers
          .addObject()
          .put("reference", each.reference())
          .put("endToEnd", each.endToEnd())
          .put("amount", each.amount())
          .put("currency", "EUR")
          .put("creditor", each.creditor())
          .put("iban", each.iban())
          .put("purpose", each.purpose())
          .put("status", each.status())
          .put("reason", each.reason())
          .put("booked", each.isBooked());
    }
    return Response.json(200, json);
  }

  private Response page() {
    List<Transfer> transfers = new ArrayList<>(book.transfers());
    Collections.reverse(transfers);
    HtmlTable table =
        new HtmlTable(
            "Transfers: " + transfers.size(),
            "Reference",
            "End to end",
            "Amount>",
            "To",
            "Account",
            "Status",
            "Reason");
    for (Transfer each : transfers.subList(0, Math.min(ROWS, transfers.size()))) {
      table.row(
          each.reference(),
          each.endToEnd(),
          "%d.%02d EUR".formatted(each.amount() / 100, each.amount() % 100),
          each.creditor(),
          each.iban(),
          each.status(),
          each.reason());
    }
    return Response.html(Html.page("Bank", table.html()));
  }
}
