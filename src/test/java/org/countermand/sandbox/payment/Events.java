package org.countermand.sandbox.payment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;

/** {@code /v1/events}: what a webhook would have told. */
final class Events {

  private final Ledger ledger;

  Events(Ledger ledger) {
    this.ledger = ledger;
  }

  void on(Router router) {
    router.on("GET", "/v1/events", this::list).on("GET", "/v1/events/{id}", this::retrieve);
  }

  private Response retrieve(Request request) {
    Parameters.of(request.form(), Set.of());
    String id = request.variable("id");
    return ledger.events().stream()
        .filter(event -> event.id().equals(id))
        .findFirst()
        .map(event -> Response.json(200, StripeJson.event(event)))
        .orElseThrow(() -> Refusal.missing("event", id, "id"));
  }

  private Response list(Request request) {
    Parameters sent = Parameters.of(request.form(), Page.with("type"));
    Optional<String> type = sent.text("type");
    List<Event> events =
        ledger.events().stream()
            .filter(event -> type.isEmpty() || type.get().equals(event.type()))
            .toList();
    return Page.of(sent, "/v1/events", events, Event::id, StripeJson::event);
  }
}
