package org.countermand.logistics.depot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.logistics.model.HoldLine;
import org.countermand.logistics.model.HoldRequest;
import org.countermand.logistics.model.HoldStatus;

/** The warehouse's JSON; fields that are new to us are passed over. */
final class DepotJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DepotJson() {}

  static String write(HoldRequest request) {
    ObjectNode body = JSON.createObjectNode().put("order", request.orderNumber());
    ArrayNode lines = body.putArray("lines");
    for (HoldLine line : request.lines()) {
      lines
          .addObject()
          .put("line", line.lineId().toString())
          .put("sku", line.sku())
          .put("quantity", line.units());
    }
    return body.toString();
  }

  static Optional<JsonNode> tree(String body) {
    try {
      return Optional.of(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A hold as the warehouse describes it, or nothing if that cannot be understood. */
  static Optional<HoldAnswer> hold(JsonNode hold) {
    Optional<UUID> id = id(hold.path("id"));
    Optional<HoldStatus> status = status(hold.path("status"));
    if (id.isEmpty() || status.isEmpty()) {
      return Optional.empty();
    }
    if (status.get() == HoldStatus.PENDING) {
      return Optional.of(new HoldAnswer(id.get(), HoldStatus.PENDING, List.of()));
    }
    List<HoldLine> held = new ArrayList<>();
    for (JsonNode line : hold.path("lines")) {
      JsonNode units = line.path("held");
      Optional<UUID> lineId = id(line.path("line"));
      if (lineId.isEmpty() || !units.canConvertToInt() || units.asInt() < 0) {
        return Optional.empty();
      }
      if (units.asInt() > 0) {
        held.add(new HoldLine(lineId.get(), line.path("sku").asText(), units.asInt()));
      }
    }
    return Optional.of(new HoldAnswer(id.get(), status.get(), held));
  }

  /** The warehouse's code of an error, or a word made from the HTTP status. */
  static String code(String body, int httpStatus) {
    return tree(body)
        .map(error -> error.path("code"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .orElse("http_" + httpStatus);
  }

  private static Optional<UUID> id(JsonNode node) {
    try {
      return node.isTextual() ? Optional.of(UUID.fromString(node.textValue())) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<HoldStatus> status(JsonNode node) {
    return switch (node.asText()) {
      case "pending" -> Optional.of(HoldStatus.PENDING);
      case "held" -> Optional.of(HoldStatus.HELD);
      case "partly_held" -> Optional.of(HoldStatus.PARTLY_HELD);
      case "refused" -> Optional.of(HoldStatus.REFUSED);
      case "unheld" -> Optional.of(HoldStatus.UNHELD);
      case "released" -> Optional.of(HoldStatus.RELEASED);
      default -> Optional.empty();
    };
  }
}
