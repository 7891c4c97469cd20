package org.countermand.sandbox.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.http.JsonClient;

/** A shop's program: takes payments at the payment server and speaks to Countermand's API. */
public final class Shop {

  /** What Countermand answered. */
  public record Answer(int status, JsonNode body) {
    /** The body of a success. */
    public JsonNode ok() {
      if (status / 100 != 2) {
        throw new IllegalStateException(status + " " + body);
      }
      return body;
    }

    public String id() {
      return ok().get("id").asText();
    }

    /** The reason code of a problem. */
    public String code() {
      return body.path("code").asText();
    }
  }

  /** An order that was taken in, with the payment behind it. */
  public record PlacedOrder(String id, String number, String payment, JsonNode body) {
    /** The id of the n-th line, from 1. */
    public String line(int position) {
      return body.get("lines").get(position - 1).get("id").asText();
    }
  }

  private final URI api;
  private final String key;
  private final JsonClient payments;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * A shop that speaks to one node.
   *
   * @param node the node's root address
   */
  public Shop(URI node, Settings settings) {
    this(node, Accounts.LINDEN.key(), settings);
  }

  public Shop(URI node, String key, Settings settings) {
    this.api = node.resolve("/api/v1/");
    this.key = key;
    this.payments = new JsonClient(settings.payment(), Settings.STRIPE_KEY);
  }

  /** Takes the payment and places the order. */
  public PlacedOrder place(OrderDraft draft) {
    seed(payment(draft), draft);
    return placePaid(draft);
  }

  /** Places an order whose payment is known to the payment server; again gives the same order. */
  public PlacedOrder placePaid(OrderDraft draft) {
    JsonNode order = post("orders", draft.json(payment(draft)), Map.of()).ok();
    return new PlacedOrder(order.get("id").asText(), draft.number(), payment(draft), order);
  }

  private static String payment(OrderDraft draft) {
    return "pi_" + draft.number().replaceAll("[^A-Za-z0-9]", "_");
  }

  /** What a shop has to know of Stripe: whose decimals are others than ISO 4217 says. */
  private static long atStripe(long minor, String currency) {
    return switch (currency) {
      case "ISK" -> minor * 100;
      case "MGA" -> minor / 100;
      default -> minor;
    };
  }

  /** Lets the payment server know a payment of this draft; again does nothing. */
  public void seed(String payment, OrderDraft draft) {
    seed(Map.of(payment, draft));
  }

  /** Lets the payment server know the payments of all these drafts at once. */
  public void seed(List<OrderDraft> drafts) {
    seed(drafts.stream().collect(Collectors.toMap(Shop::payment, draft -> draft)));
  }

  private void seed(Map<String, OrderDraft> drafts) {
    ArrayNode seeds = JsonNodeFactory.instance.arrayNode();
    drafts.forEach(
        (payment, draft) ->
            draft.cards(payment).forEach((card, amount) -> seeds.add(seed(card, amount, draft))));
    try {
      payments.post("/control/seed", seeds.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode seed(String payment, long amount, OrderDraft draft) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", payment)
        .put("amount", atStripe(amount, draft.currency()))
        .put("currency", draft.currency().toLowerCase(Locale.ROOT))
        .put("capture_method", draft.isCaptured() ? "automatic" : "manual")
        .put("captured", draft.isCaptured());
  }

  /** What would come back for units of one line. */
  public Answer quote(PlacedOrder order, int position, int quantity) {
    return quote(order, Map.of(position, quantity));
  }

  /** What would come back for units of several lines: quantities by position. */
  public Answer quote(PlacedOrder order, Map<Integer, Integer> quantities) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode lines = body.putArray("lines");
    quantities.forEach(
        (position, quantity) ->
            lines.addObject().put("line", order.line(position)).put("quantity", quantity));
    return post("orders/" + order.id() + "/quotations", body, Map.of());
  }

  /** Agrees to a quotation. */
  public Answer consent(JsonNode quotation) {
    return post("cancellations", consentBody(quotation), Map.of());
  }

  /** The body with which a quotation is agreed to. */
  public static ObjectNode consentBody(JsonNode quotation) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("order", quotation.get("order").asText());
    body.putObject("basis")
        .put("type", "consent")
        .put("quotation", quotation.get("id").asText())
        .put("digest", quotation.get("digest").asText())
        .put("disclosureDigest", quotation.get("disclosure").get("digest").asText());
    return body;
  }

  /** Declares the cancellation of units of one line. */
  public Answer declare(PlacedOrder order, int position, int quantity, String idempotencyKey) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("order", order.id());
    body.putArray("lines").addObject().put("line", order.line(position)).put("quantity", quantity);
    body.putObject("basis").put("type", "declaration").put("text", "Please cancel this.");
    return post("cancellations", body, Map.of("Idempotency-Key", idempotencyKey));
  }

  public Answer cancellation(String id) {
    return send("GET", "cancellations/" + id, "", Map.of());
  }

  /** Waits until a cancellation is in a state, and gives it. */
  public JsonNode await(String id, String state, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    JsonNode last = JsonNodeFactory.instance.nullNode();
    while (System.nanoTime() < end) {
      try {
        last = cancellation(id).body();
        if (last.path("state").asText().equals(state)) {
          return last;
        }
        Thread.sleep(50);
      } catch (UncheckedIOException gone) {
        // The node may be starting again.
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError(id + " is not " + state + ": " + last);
  }

  public Answer post(String path, JsonNode body, Map<String, String> headers) {
    return send("POST", path, body.toString(), headers);
  }

  /** Sends anything to the API. */
  public Answer send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return exchange(request, headers);
  }

  /** Streams a file to the API; a large one takes its time. */
  public Answer upload(String path, Path file, String contentType) {
    try {
      return exchange(
          HttpRequest.newBuilder(api.resolve(path))
              .timeout(Duration.ofMinutes(5))
              .POST(BodyPublishers.ofFile(file)),
          Map.of("Content-Type", contentType));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer exchange(HttpRequest.Builder request, Map<String, String> headers) {
    request.header("Authorization", "Bearer " + key).header("Accept-Language", "en");
    headers.forEach(request::setHeader);
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), json(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) throws IOException {
    return text.isBlank() ? JsonNodeFactory.instance.nullNode() : Json.read(text, JsonNode.class);
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
