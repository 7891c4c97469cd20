package org.countermand.sandbox.warehouse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.countermand.sandbox.http.Json;

/** Holds as the warehouse's API shows them. */
final class HoldJson {

  private HoldJson() {}

  static ObjectNode hold(Hold hold) {
    ObjectNode json = Json.object().put("id", hold.id());
    json.put("order", hold.order()).put("status", status(hold));
    ArrayNode lines = json.putArray("lines");
    for (HoldLine line : hold.lines()) {
      ObjectNode row =
          lines
              .addObject()
              .put("line", line.line())
              .put("sku", line.sku())
              .put("requested", line.requested());
      if (hold.status() != HoldStatus.PENDING) {
        row.put("held", line.held());
      }
      if (line.reason() != null) {
        row.put("reason", line.reason());
      }
    }
    return json;
  }

  /** The message that tells a late answer. */
  static String answered(Hold hold) {
    ObjectNode message = Json.object().put("type", "hold.answered");
    message.set("hold", hold(hold));
    return message.toString();
  }

  static String status(Hold hold) {
    return hold.status().name().toLowerCase(Locale.ROOT);
  }
}
