package org.countermand.logistics.depot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Site;

/**
 * A warehouse of few words: of each line it holds what its shelf has, and an order whose number
 * begins with {@code SLOW} is answered later.
 */
final class StubDepot implements Site {

  static final String TOKEN = "depot_token";

  private final Map<String, ObjectNode> holds = new ConcurrentHashMap<>();
  private final Map<String, Integer> shelf;

  StubDepot(Map<String, Integer> shelf) {
    this.shelf = shelf;
  }

  /** The answer that was owed is given. */
  void decide(String id) {
    holds.get(id).put("status", "held");
  }

  @Override
  public Response answer(Request request, Runnable beforeWork) {
    beforeWork.run();
    if (!request.header("Authorization").equals(Optional.of("Bearer " + TOKEN))) {
      return Response.problem(401, "unauthorized", "who are you?");
    }
    String[] path = request.path().split("/");
    String id = path[3];
    if (request.method().equals("PUT")) {
      return hold(id, Json.read(request.body(), JsonNode.class));
    }
    ObjectNode hold = holds.get(id);
    if (hold == null) {
      return Response.json(404, Json.object().put("code", "hold_unknown"));
    }
    if (path.length == 5) {
      if (hold.path("status").asText().equals("refused")) {
        return Response.json(409, Json.object().put("code", "hold_refused"));
      }
      hold.put("status", path[4].equals("unhold") ? "unheld" : "released");
    }
    return Response.json(200, hold);
  }

  private Response hold(String id, JsonNode asked) {
    String order = asked.path("order").asText();
    ObjectNode hold = Json.object().put("id", id).put("order", order);
    int wanted = 0;
    int held = 0;
    for (JsonNode line : asked.path("lines")) {
      int quantity = line.path("quantity").asInt();
      int units = Math.min(quantity, shelf.getOrDefault(line.path("sku").asText(), 0));
      wanted += quantity;
      held += units;
      hold.withArray("lines")
          .addObject()
          .put("line", line.path("line").asText())
          .put("sku", line.path("sku").asText())
          .put("requested", quantity)
          .put("held", units);
    }
    boolean slow = order.startsWith("SLOW");
    String answer = held == 0 ? "refused" : held < wanted ? "partly_held" : "held";
    hold.put("status", slow ? "pending" : answer);
    holds.put(id, hold);
    return slow
        ? Response.json(202, Json.object().put("id", id).put("status", "pending"))
        : Response.json(200, hold);
  }

  @Override
  public Response refuse(Request request, Mishap.Status status) {
    return Response.json(status.code(), Json.object().put("code", "trouble"));
  }
}
