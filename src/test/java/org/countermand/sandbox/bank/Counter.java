package org.countermand.sandbox.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;

/**
 * {@code /v1/credit-transfers}: one order a message, done once however often it comes. A message id
 * that came with something else is refused as a duplicate.
 */
final class Counter {

  /**
   * What becomes of transfers from now on.
   *
   * @param status ISO's code: {@code ACSC}, {@code PDNG}, {@code RJCT}
   * @param reason ISO's code of why, for those that are rejected
   */
  record Outcome(String status, String reason) {}

  private final BankBook book;
  private final AtomicReference<Outcome> outcome = new AtomicReference<>(new Outcome("ACSC", ""));

  Counter(BankBook book) {
    this.book = book;
  }

  void on(Router api, Router control) {
    api.on("POST", "/v1/credit-transfers", this::take)
        .on("GET", "/v1/credit-transfers/{id}", this::find);
    control
        .on("POST", "/control/outcome", this::decide)
        .on("POST", "/control/transfers/{id}", this::move);
  }

  private Response take(Request request) {
    Order order = Order.read(request.body());
    String digest = UUID.nameUUIDFromBytes(request.body().getBytes(UTF_8)).toString();
    synchronized (book) {
      Optional<Transfer> known = book.byMessage(order.messageId());
      if (known.isPresent()) {
        return known.get().digest().equals(digest)
            ? xml(Report.of(known.get()))
            : xml(Report.of(order.messageId(), order.endToEnd(), "RJCT", "DU01", ""));
      }
      Outcome decided = outcome.get();
      Transfer transfer =
          new Transfer(
              order.messageId(),
              order.endToEnd(),
              order.amount(),
              order.creditor(),
              order.iban(),
              order.purpose(),
              digest,
              decided.status(),
              decided.status().equals("RJCT") ? decided.reason() : "",
              "BANK%08d".formatted(book.size() + 1));
      book.put(transfer);
      return xml(Report.of(transfer));
    }
  }

  private Response find(Request request) {
    return book.byEndToEnd(request.variable("id"))
        .map(Report::of)
        .map(Counter::xml)
        .orElseGet(() -> Response.problem(404, "unknown_transfer", "There is no such transfer."));
  }

  private Response decide(Request request) {
    outcome.set(Json.read(request.body(), Outcome.class));
    return Response.empty();
  }

  /** Moves one transfer, by its end-to-end id: a pending one ends, a booked one comes back. */
  private Response move(Request request) {
    Outcome moved = Json.read(request.body(), Outcome.class);
    synchronized (book) {
      Transfer transfer =
          book.byEndToEnd(request.variable("id"))
              .orElseThrow(() -> new IllegalArgumentException("There is no such transfer."));
      book.put(transfer.become(moved.status(), moved.reason()));
      return Response.empty();
    }
  }

  private static Response xml(String body) {
    return new Response(200, Map.of("Content-Type", "application/xml"), body);
  }
}
