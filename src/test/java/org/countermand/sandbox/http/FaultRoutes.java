package org.countermand.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Faults;

/** {@code /control/faults}: POST sets a fault or an array of them, GET counts, DELETE forgets. */
public final class FaultRoutes {

  private final Faults faults;

  public FaultRoutes(Faults faults) {
    this.faults = faults;
  }

  /** Adds the three routes. */
  public void on(Router router) {
    router
        .on("POST", "/control/faults", this::add)
        .on("GET", "/control/faults", request -> count())
        .on("DELETE", "/control/faults", request -> clear());
  }

  private Response add(Request request) {
    JsonNode sent = Json.read(request.body(), JsonNode.class);
    if (sent.isArray()) {
      sent.forEach(each -> faults.add(Json.read(each.toString(), Fault.class)));
    } else {
      faults.add(Json.read(request.body(), Fault.class));
    }
    return count();
  }

  private Response clear() {
    faults.clear();
    return Response.empty();
  }

  private Response count() {
    return Response.json(200, Json.object().put("fired", faults.fired()));
  }
}
