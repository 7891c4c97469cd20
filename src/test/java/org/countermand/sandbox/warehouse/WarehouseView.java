package org.countermand.sandbox.warehouse;

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

/** The whole warehouse: {@code /ledger} for programs, {@code /} for people. */
final class WarehouseView {

  private static final int ROWS = 200;

  private final Stockroom stockroom;

  WarehouseView(Stockroom stockroom) {
    this.stockroom = stockroom;
  }

  void on(Router router) {
    router.on("GET", "/ledger", request -> json()).on("GET", "/", request -> page());
  }

  private Response json() {
    ObjectNode json = Json.object();
    ArrayNode holds = json.putArray("holds");
    stockroom.holds().forEach(hold -> holds.add(HoldJson.hold(hold)));
    List<StockMovement> movements = stockroom.movements();
    json.set("movements", Json.tree(movements));
    ObjectNode stock = json.putObject("stock");
    for (StockMovement each : movements) {
      ObjectNode sku = stock.withObjectProperty(each.sku());
      boolean taken = each.kind().equals("hold");
      sku.put("held", sku.path("held").asLong() + (taken ? each.quantity() : -each.quantity()));
      if (each.kind().equals("release")) {
        sku.put("released", sku.path("released").asLong() + each.quantity());
      }
    }
    return Response.json(200, json);
  }

  private Response page() {
    List<Hold> holds = new ArrayList<>(stockroom.holds());
    Collections.reverse(holds);
    String caption = "Holds: " + holds.size();
    HtmlTable table =
        new HtmlTable(
            holds.size() > ROWS ? caption + ", the newest " + ROWS + " shown" : caption,
            "Hold",
            "Order",
            "Status",
            "Line",
            "SKU",
            "Requested>",
            "Held>",
            "Reason");
    for (Hold hold : holds.subList(0, Math.min(ROWS, holds.size()))) {
      for (HoldLine line : hold.lines()) {
        table.row(
            hold.id(),
            hold.order(),
            HoldJson.status(hold).replace('_', ' '),
            line.line(),
            line.sku(),
            line.requested(),
            hold.status() == HoldStatus.PENDING ? "" : line.held(),
            line.reason() == null ? "" : line.reason().replace('_', ' '));
      }
    }
    return Response.html(Html.page("Warehouse", table.html()));
  }
}
