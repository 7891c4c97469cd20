package org.countermand.sandbox.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.http.BadRequest;
import org.countermand.sandbox.http.FaultRoutes;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.LoopbackServer;
import org.countermand.sandbox.http.Request;
import org.countermand.sandbox.http.Response;
import org.countermand.sandbox.http.Router;
import org.countermand.sandbox.http.Site;

/**
 * A payment server of a simple kind: amounts are decimals, a hold cannot be given back but lapses,
 * and nobody can ask for a pay-back by his own mark. It remembers keys, and everything else, until
 * it is closed.
 */
public final class PlainServer implements AutoCloseable {

  private static final int PAGE = 3;

  private record Paid(BigDecimal held, BigDecimal taken, String currency) {}

  private record Back(
      String number, String payment, BigDecimal amount, String mark, String state, Instant at) {}

  private final Faults faults = new Faults();
  private final Map<String, Paid> payments = new HashMap<>();
  private final List<Back> backs = new ArrayList<>();
  private final Map<String, Response> answers = new HashMap<>();
  private final LoopbackServer server;

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   */
  public PlainServer(int port) {
    Router router =
        new Router()
            .on("POST", "/control/payments", this::paid)
            .on("GET", "/ledger", this::ledger)
            .on("GET", "/v1/payments/{id}", this::payment)
            .on("GET", "/v1/pay-backs", this::list)
            .on("POST", "/v1/pay-backs", this::payBack);
    new FaultRoutes(faults).on(router);
    Site site =
        (request, beforeWork) -> {
          beforeWork.run();
          synchronized (this) {
            return router
                .answer(request)
                .orElseGet(() -> Response.problem(404, "unknown", request.path()));
          }
        };
    server = new LoopbackServer(port, site, faults);
  }

  public URI uri() {
    return server.uri();
  }

  /** What goes wrong with calls. */
  public Faults faults() {
    return faults;
  }

  /** A payment of which so much is held and so much is taken. */
  public synchronized void pay(String id, String held, String taken, String currency) {
    payments.put(id, new Paid(new BigDecimal(held), new BigDecimal(taken), currency));
  }

  /** The pay-backs of a payment, as amounts. */
  public synchronized List<String> paidBack(String payment) {
    return backs.stream()
        .filter(back -> back.payment.equals(payment))
        .map(back -> back.amount.toPlainString())
        .toList();
  }

  /** Somebody pays back by hand. */
  public synchronized void payBackByHand(String payment, String amount) {
    add(payment, new BigDecimal(amount), "");
  }

  @Override
  public void close() {
    server.close();
  }

  private Response paid(Request request) {
    JsonNode told = Json.read(request.body(), JsonNode.class);
    pay(
        told.path("id").asText(),
        told.path("held").asText("0"),
        told.path("taken").asText("0"),
        told.path("currency").asText());
    return Response.empty();
  }

  private Response ledger(Request request) {
    ObjectNode json = Json.object();
    json.set("backs", array(backs));
    return Response.json(200, json);
  }

  private Response payment(Request request) {
    Paid paid = payments.get(request.variable("id"));
    if (paid == null) {
      return Response.problem(404, "no_payment", request.variable("id"));
    }
    ObjectNode json =
        Json.object()
            .put("state", paid.taken.signum() > 0 ? "taken" : "held")
            .put("currency", paid.currency)
            .put("taken", paid.taken.toPlainString());
    json.set(
        "backs",
        array(backs.stream().filter(b -> b.payment.equals(request.variable("id"))).toList()));
    return Response.json(200, json);
  }

  private Response list(Request request) {
    Instant from = Instant.parse(request.form().get("from").orElseThrow());
    Instant until = Instant.parse(request.form().get("until").orElseThrow());
    int begin = Integer.parseInt(request.form().get("page").orElse("0")) * PAGE;
    List<Back> wanted =
        backs.stream().filter(b -> !b.at.isBefore(from) && b.at.isBefore(until)).toList();
    ObjectNode json = Json.object();
    json.set(
        "backs",
        array(
            wanted.subList(Math.min(begin, wanted.size()), Math.min(begin + PAGE, wanted.size()))));
    return Response.json(200, json.put("more", wanted.size() > begin + PAGE));
  }

  private Response payBack(Request request) {
    JsonNode asked = Json.read(request.body(), JsonNode.class);
    String key = asked.path("key").asText();
    if (key.isEmpty()) {
      throw new BadRequest("a key is needed");
    }
    return answers.computeIfAbsent(key, same -> payBack(asked));
  }

  private Response payBack(JsonNode asked) {
    String payment = asked.path("payment").asText();
    BigDecimal amount = new BigDecimal(asked.path("amount").asText());
    Paid paid = payments.get(payment);
    if (paid == null || amount.compareTo(left(payment, paid)) > 0) {
      return Response.problem(422, "too_much", payment);
    }
    Back back = add(payment, amount, asked.path("mark").asText());
    return Response.json(200, Json.object().put("number", back.number).put("state", back.state));
  }

  private Back add(String payment, BigDecimal amount, String mark) {
    Back back = new Back("B" + (backs.size() + 1), payment, amount, mark, "paid", Instant.now());
    backs.add(back);
    return back;
  }

  private BigDecimal left(String payment, Paid paid) {
    return backs.stream()
        .filter(back -> back.payment.equals(payment))
        .map(Back::amount)
        .reduce(paid.taken, BigDecimal::subtract);
  }

  private ArrayNode array(List<Back> some) {
    ArrayNode array = Json.array();
    some.forEach(
        back ->
            array
                .addObject()
                .put("number", back.number)
                .put("payment", back.payment)
                .put("currency", payments.get(back.payment).currency)
                .put("amount", back.amount.toPlainString())
                .put("mark", back.mark)
                .put("state", back.state)
                .put("at", back.at.toString()));
    return array;
  }
}
