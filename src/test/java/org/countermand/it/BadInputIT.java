package org.countermand.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countermand.kernel.Digest;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, what cannot be right is told so with a code, and leaves no row behind. */
class BadInputIT {

  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  private static final String HOSTILE = "'; DROP TABLE shop_order; -- <script>alert(1)</script>";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static World world;
  private static Books books;
  private static PlacedOrder order;
  private static JsonNode quotation;
  private static String cancellation;
  private static String expired;
  private static JsonNode asked;
  private static JsonNode offered;
  private static String waiting;

  /**
   * One thing that is wrong.
   *
   * @param status what HTTP says
   * @param code what the problem says; empty where any code will do
   */
  private record Case(
      String name,
      String method,
      String path,
      String body,
      Map<String, String> headers,
      int status,
      String code) {

    Case with(String header, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(header, value);
      return new Case(name, method, path, body, more, status, code);
    }

    Case named(String other) {
      return new Case(other, method, path, body, headers, status, code);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void placeAnOrderToBeSpared() throws Exception {
    world = SharedWorld.get();
    books = new Books(world);
    Shop shop = new Shop(world.node().uri(), world.settings());
    order = shop.place(draft("BI-1"));
    quotation = shop.quote(order, 1, 1).ok();
    PlacedOrder other = shop.place(draft("BI-2"));
    cancellation = shop.consent(shop.quote(other, 1, 2).ok()).id();
    shop.await(cancellation, "COMPLETED", Duration.ofSeconds(60));
    books.letters(other, other.number());
    expired = expired(quotation);
    PlacedOrder third = shop.place(draft("BI-3").at("PACKED"));
    asked = shop.quote(third, 1, 1).ok();
    offered = shop.quote(third, 1, 1).ok();
    waiting = waiting(shop, asked, offered.get("id").asText());
    books.letters(third, third.number());
  }

  private static final String HOSTILE_JSON = "<script>alert(1)</script>' OR 1=1; --";

  static Stream<Case> wrong() {
    return Stream.of(
            strangers(),
            foreigners(),
            orders(),
            selections(),
            requests(),
            consents(),
            transport(),
            elsewhere(),
            imports())
        .flatMap(List::stream);
  }

  private static List<Case> strangers() {
    String path = "orders/" + order.id();
    return List.of(
        get("no key", path, 401, "NOT_AUTHENTICATED").with("Authorization", ""),
        get("a wrong key", path, 401, "NOT_AUTHENTICATED").with("Authorization", "Bearer nonsense"),
        get("a key of another scheme", path, 401, "NOT_AUTHENTICATED")
            .with("Authorization", "Basic bGluZGVuOng="),
        post("an order without a key", "orders", draft("BI-X").json("pi_x"), 401)
            .with("Authorization", ""),
        post("an agreement without a key", consents(waiting), agreement(), 401)
            .with("Authorization", ""));
  }

  private static List<Case> foreigners() {
    String key = "Bearer " + Accounts.RETAIL.key();
    return List.of(
            get("somebody else's order", "orders/" + order.id(), 404, "NOT_FOUND"),
            get("somebody else's cancellation", "cancellations/" + cancellation, 404, "NOT_FOUND"),
            post("a quotation of somebody else's order", quotations(), select(1), 404),
            post("a verdict on somebody else's order", verdicts(), select(1), 404),
            post("a consent to somebody else's quotation", "cancellations", consent(), 404),
            post("a declaration on somebody else's order", "cancellations", declaration(1), 404),
            new Case(
                "taking back somebody else's cancellation",
                "POST",
                "cancellations/" + cancellation + "/withdrawal",
                "",
                Map.of("Idempotency-Key", "BI"),
                404,
                "NOT_FOUND"),
            post("agreeing to somebody else's", consents(waiting), agreement(), 404, "NOT_FOUND"),
            post(
                "an order for another shop",
                "orders",
                draft("BI-X").json("pi_x").put("shop", "linden"),
                422))
        .stream()
        .map(each -> each.with("Authorization", key))
        .toList();
  }

  private static List<Case> orders() {
    return List.of(
            order("a quantity of zero", "QUANTITY_NOT_POSITIVE", o -> line(o).put("quantity", 0)),
            order("a negative quantity", "QUANTITY_NOT_POSITIVE", o -> line(o).put("quantity", -1)),
            order(
                "a huge quantity",
                "QUANTITY_TOO_LARGE",
                o -> line(o).put("quantity", 2_000_000_000)),
            order(
                "a quantity beyond numbers",
                "FIELD_INVALID",
                o -> line(o).put("quantity", 1L << 40)),
            order("half a unit", "FIELD_INVALID", o -> line(o).put("quantity", 1.5)),
            order("a quantity in words", "FIELD_INVALID", o -> line(o).put("quantity", "2")),
            order("a negative price", "FIELD_INVALID", o -> goods(o).put("minor", -8000)),
            order("a huge price", "FIELD_INVALID", o -> goods(o).put("minor", Long.MAX_VALUE)),
            order("a price with cents", "FIELD_INVALID", o -> goods(o).put("minor", 80.5)),
            order("a price in yen", "CURRENCY_MISMATCH", o -> goods(o).put("currency", "JPY")),
            order("no such currency", "FIELD_INVALID", o -> o.put("currency", "XYZ")),
            order("a currency in small letters", "FIELD_INVALID", o -> o.put("currency", "eur")),
            order("sums that disagree", "TOTALS_DISAGREE", o -> goods(o).put("minor", 7999)),
            order("no lines", "FIELD_MISSING", o -> emptied(o).remove("fulfilments")),
            order("no tenders", "FIELD_MISSING", o -> o.putArray("tenders")),
            order("no buyer", "FIELD_MISSING", o -> o.remove("buyer")),
            order("null for a line", "FIELD_INVALID", o -> o.putArray("lines").addNull()),
            order("an unknown field", "UNKNOWN_FIELD", o -> o.put("colour", "red")).status(400),
            order(
                "an end of line in a name",
                "FIELD_INVALID",
                o -> buyer(o).put("name", "A\r\nBcc: x")),
            order("an address that is none", "FIELD_INVALID", o -> buyer(o).put("email", HOSTILE)),
            order("a zero character", "FIELD_INVALID", o -> line(o).put("sku", "A\u0000B")),
            order(
                "a name as long as a book",
                "FIELD_INVALID",
                o -> buyer(o).put("name", "x".repeat(9999))),
            order(
                "a day that never was",
                "FIELD_INVALID",
                o -> o.put("placedAt", "2026-02-30T00:00:00Z")),
            order(
                "a fulfilment of a line that is not there",
                "LINE_UNKNOWN",
                o ->
                    o.putArray("fulfilments")
                        .addObject()
                        .put("warehouse", "depot")
                        .putArray("lines")
                        .add(7)),
            order(
                    "another order under a number that is taken",
                    "ORDER_CONFLICT",
                    o -> o.put("number", "BI-1"))
                .status(409))
        .stream()
        .map(OrderCase::made)
        .toList();
  }

  private static List<Case> selections() {
    return Stream.of(quotations(), verdicts())
        .flatMap(
            path ->
                Stream.of(
                    post("zero units at " + path, path, select(0), 422),
                    post("negative units at " + path, path, select(-1), 422),
                    post("more units than there are at " + path, path, select(3), 422),
                    post("a line of nobody at " + path, path, select(NOBODY, 1), 422),
                    post("a line twice at " + path, path, twice(), 422),
                    post("no line at " + path, path, raw("{\"lines\":[]}"), 422),
                    text("a list at " + path, path, "[]", 400, "MALFORMED"),
                    text("nothing at " + path, path, "null", 400, "MALFORMED"),
                    post(
                        "an order of nobody at " + path,
                        path.replace(order.id(), NOBODY),
                        select(1),
                        404),
                    post("no id at " + path, path.replace(order.id(), "42"), select(1), 404)))
        // What may be judged is answered: a verdict says no, and is no fault.
        .filter(each -> !(each.path().endsWith("verdicts") && each.status() == 422))
        .toList();
  }

  private static List<Case> requests() {
    String path = "cancellations";
    return List.of(
        post("a quotation of nobody", path, consent("quotation", NOBODY), 422, "QUOTATION_UNKNOWN"),
        post("a forged amount", path, consent("digest", "0".repeat(64)), 409, "QUOTATION_MISMATCH"),
        post("a digest that is none", path, consent("digest", "x"), 422, "FIELD_INVALID"),
        post(
            "a text that nobody was shown",
            path,
            consent("disclosureDigest", "0".repeat(64)),
            422,
            "CONSENT_MISSING"),
        post(
            "a consent that also names lines",
            path,
            consent().setAll(select(1)),
            422,
            "FIELD_INVALID"),
        post("a quotation that has expired", path, consentToExpired(), 409, "QUOTATION_EXPIRED"),
        text(
            "a declaration without a key",
            path,
            declaration(1).toString(),
            400,
            "IDEMPOTENCY_KEY_MISSING"),
        text("a key of blanks", path, declaration(1).toString(), 422, "FIELD_INVALID")
            .with("Idempotency-Key", "a b"),
        text("a key as long as a book", path, declaration(1).toString(), 422, "FIELD_INVALID")
            .with("Idempotency-Key", "x".repeat(300)),
        post("a declaration of zero units", path, declaration(0), 422, "QUANTITY_NOT_POSITIVE"),
        post(
            "a declaration of negative units", path, declaration(-5), 422, "QUANTITY_NOT_POSITIVE"),
        post(
            "a declaration of more than all",
            path,
            declaration(2_000_000_000),
            422,
            "QUANTITY_TOO_LARGE"),
        post(
            "a declaration without words",
            path,
            basis(declaration(1), "declaration", "text", " "),
            422,
            "FIELD_MISSING"),
        post(
            "a declaration with a zero character",
            path,
            basis(declaration(1), "declaration", "text", "a\u0000b"),
            422,
            "FIELD_INVALID"),
        post(
            "a declaration on nothing",
            path,
            raw("{\"basis\":{\"type\":\"declaration\",\"text\":\"x\"}}"),
            422,
            "FIELD_MISSING"),
        post(
            "a basis that partners cannot give",
            path,
            basis(declaration(1), "merchant_decision", "reason", "x"),
            422,
            "FIELD_INVALID"),
        post(
            "a kind that does not exist",
            path,
            declaration(1).put("kind", "REVENGE"),
            422,
            "FIELD_INVALID"),
        post("a kind by number", path, declaration(1).put("kind", 0), 422, "FIELD_INVALID"),
        post(
            "a reason as long as a book",
            path,
            declaration(1).put("reason", "x".repeat(501)),
            422,
            "FIELD_INVALID"),
        get("a cancellation of nobody", path + "/" + NOBODY, 404, "NOT_FOUND"),
        get("a cancellation without an id", path + "/" + "%27%20OR%201=1", 404, "NOT_FOUND"),
        new Case(
            "taking back what is done",
            "POST",
            path + "/" + cancellation + "/withdrawal",
            "",
            Map.of(),
            409,
            "STATE_FORBIDS"));
  }

  private static List<Case> consents() {
    String path = consents(waiting);
    return List.of(
        post(
            "agreeing to a quotation of nobody",
            path,
            agreement().put("quotation", NOBODY),
            422,
            "QUOTATION_UNKNOWN"),
        post(
            "agreeing to another order's quotation",
            path,
            agreement(quotation),
            422,
            "QUOTATION_UNKNOWN"),
        post("agreeing to the former amounts", path, agreement(asked), 409, "QUOTATION_STALE"),
        post(
            "agreeing to a forged amount",
            path,
            agreement().put("digest", "0".repeat(64)),
            409,
            "QUOTATION_MISMATCH"),
        post(
            "agreeing under a text that nobody was shown",
            path,
            agreement().put("disclosureDigest", "0".repeat(64)),
            422,
            "CONSENT_MISSING"),
        post("agreeing to what is done", consents(cancellation), agreement(), 409, "STATE_FORBIDS"),
        post("agreeing to a cancellation of nobody", consents(NOBODY), agreement(), 404),
        post("agreeing to a cancellation without an id", consents("42"), agreement(), 404),
        post("agreeing to nothing", path, raw("{}"), 422, "FIELD_MISSING"),
        post(
            "agreeing by a digest that is none",
            path,
            agreement().put("digest", "x"),
            422,
            "FIELD_INVALID"),
        post(
            "agreeing by an id that is none",
            path,
            agreement().put("quotation", HOSTILE),
            422,
            "FIELD_INVALID"),
        post(
            "agreeing and naming a kind of basis",
            path,
            agreement().put("type", "consent"),
            400,
            "UNKNOWN_FIELD"),
        text("agreeing under a key of blanks", path, agreement().toString(), 422, "FIELD_INVALID")
            .with("Idempotency-Key", "a b"),
        text("agreeing under a long key", path, agreement().toString(), 422, "FIELD_INVALID")
            .with("Idempotency-Key", "x".repeat(300)),
        text("agreeing by a list", path, "[]", 400, "MALFORMED"),
        text("agreeing by null", path, "null", 400, "MALFORMED"),
        text("agreeing without a word", path, "", 400, "MALFORMED"),
        new Case("asking who agreed", "GET", path, "", Map.of(), 405, "UNSUPPORTED"));
  }

  private static List<Case> transport() {
    return Stream.concat(
            transport("cancellations", declaration(1)), transport(consents(waiting), agreement()))
        .toList();
  }

  /** What is wrong before anybody asks what it means, wherever a body is sent. */
  private static Stream<Case> transport(String path, ObjectNode body) {
    String good = body.toString();
    return Stream.of(
            text("half a body", path, good.substring(0, good.length() / 2), 400, "MALFORMED"),
            text("a body and a half", path, good + good, 400, "MALFORMED"),
            text(
                "a key twice in a body",
                path,
                good.replaceFirst("\\{(\"[a-zA-Z]+\":\"[^\"]*\")", "{$1,$1"),
                400,
                "MALFORMED"),
            text(
                "an unknown field",
                path,
                "{\"admin\":true," + good.substring(1),
                400,
                "UNKNOWN_FIELD"),
            text("a body of braces", path, "[".repeat(50_000), 400, "MALFORMED"),
            text("a body that is none", path, HOSTILE, 400, "MALFORMED"),
            text("a body of blanks", path, "   ", 400, "MALFORMED"),
            text("not JSON by its type", path, good, 415, "UNSUPPORTED")
                .with("Content-Type", "text/plain"),
            text("a form", path, "order=1", 415, "UNSUPPORTED")
                .with("Content-Type", "application/x-www-form-urlencoded"),
            text(
                "too large a body",
                path,
                "{\"reason\":\"" + "x".repeat(3_000_000) + "\"}",
                413,
                "TOO_LARGE"))
        .map(each -> each.named(each.name() + " at " + path));
  }

  private static List<Case> elsewhere() {
    String path = "cancellations";
    return List.of(
        text("half a character", "orders", halfACharacter(), 422, "FIELD_INVALID"),
        get("a path that does not exist", "nowhere", 404, "NOT_FOUND"),
        new Case("a method that does not exist", "DELETE", path, "", Map.of(), 405, "UNSUPPORTED"),
        new Case(
            "a change of an order",
            "PUT",
            "orders/" + order.id(),
            "{}",
            Map.of(),
            405,
            "UNSUPPORTED"),
        get("an answer in a tongue we do not write", "orders/" + order.id(), 406, "UNSUPPORTED")
            .with("Accept", "application/xml"),
        text("a webhook that nobody signed", "webhooks/stripe", "{}", 400, "SIGNATURE_INVALID"),
        text("a warehouse that nobody knows", "webhooks/warehouse", "{}", 400, "SIGNATURE_INVALID"),
        text("a webhook of nobody", "webhooks/paypal", "{}", 404, "NOT_FOUND"));
  }

  private static List<Case> imports() {
    String nobody = "jobs/00000000-0000-7000-8000-000000000000";
    String good =
        """
        {"channel": "bad-csv", "legalEntity": "Bad Ltd", "warehouse": "depot", "zone": "UTC",
         "datePatterns": ["yyyy-MM-dd"], "homeCountry": "DE", "fields": {"orderNumber": "{A}",
         "placedAt": "{B}", "sku": "{C}", "quantity": "1", "unitPrice": "1", "customer": "{D}",
         "email": "{D}", "country": "DE", "currency": "EUR", "payment": "pi_{A}"}}""";
    return List.of(
        csv("a file without a mapping", "imports", 422, "FIELD_MISSING"),
        csv("a mapping that nobody saved", "imports?mapping=none", 422, "FIELD_INVALID"),
        csv("a dry run perhaps", "imports?mapping=none&dryRun=perhaps", 422, "FIELD_INVALID"),
        text("a file of another type", "imports?mapping=none", "{}", 415, "UNSUPPORTED"),
        get("a job of nobody", nobody, 404, "NOT_FOUND"),
        get("the report of a job of nobody", nobody + "/report", 404, ""),
        get("a job that is no id", "jobs/1", 404, "NOT_FOUND"),
        post("a pause of nobody's job", nobody + "/pause", Json.object(), 404),
        text("a replay of no channel", "replays", "{}", 422, "FIELD_MISSING"),
        text(
            "a replay of a channel unheard of", "replays?channel=none", "{}", 422, "FIELD_INVALID"),
        mapping("a mapping of nothing", "{}", 422, "FIELD_MISSING"),
        mapping("a mapping with an unknown field", "{\"colour\": 1}", 400, "UNKNOWN_FIELD"),
        mapping("a mapping of half a request", good.substring(0, 90), 400, "MALFORMED"),
        mapping(
            "a mapping of an unknown field of orders",
            good.replace("\"sku\"", "\"colour\""),
            422,
            "FIELD_INVALID"),
        mapping(
            "a mapping for somebody else's shop",
            good.replaceFirst("\\{", "{\"shop\": \"retail\","),
            404,
            "NOT_FOUND"),
        mapping(
            "a mapping with a delimiter of two",
            good.replaceFirst("\\{", "{\"delimiter\": \";;\","),
            422,
            "FIELD_INVALID"),
        mapping(
            "a mapping with a zone of dreams", good.replace("UTC", "Mars/Olympus"), 422, "FIELD"),
        mapping("a mapping with no date", good.replace("yyyy-MM-dd", "qqqqqqqqq"), 422, "FIELD"),
        mapping("a mapping of hostile text", good.replace("bad-csv", HOSTILE_JSON), 422, "FIELD"));
  }

  private static Case csv(String name, String path, int status, String code) {
    return text(name, path, "a,b\n1,2\n", status, code).with("Content-Type", "text/csv");
  }

  private static Case mapping(String name, String body, int status, String code) {
    return new Case(name, "PUT", "mappings/bad", body, Map.of(), status, code);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void what_is_wrong_is_a_problem_with_a_code_and_leaves_no_row(Case wrong) throws Exception {
    Map<String, Long> before = rows();

    HttpResponse<String> answer = send(wrong);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(wrong.status());
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = Json.read(answer.body(), JsonNode.class);
    assertThat(problem.get("status").asInt()).isEqualTo(wrong.status());
    assertThat(problem.path("code").asText()).matches("[A-Z_]+").contains(wrong.code());
    assertThat(answer.body())
        .doesNotContain("Exception", "org.countermand", "java.", "SQL", "at com.", "<script>");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void a_connection_that_ends_in_the_middle_of_a_request_leaves_no_row() throws Exception {
    Map<String, Long> before = rows();
    String body = declaration(1).toString();
    for (int part : List.of(0, 1, body.length() / 2, body.length() - 1)) {
      try (Socket socket = new Socket("127.0.0.1", world.node().port())) {
        String head =
            """
            POST /api/v1/cancellations HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Idempotency-Key: BI-cut\r
            Content-Type: application/json\r
            Content-Length: %d\r
            \r
            """
                .formatted(Accounts.LINDEN.key(), body.length());
        socket.getOutputStream().write((head + body.substring(0, part)).getBytes(UTF_8));
        socket.getOutputStream().flush();
      }
    }
    Thread.sleep(500);

    assertThat(rows()).isEqualTo(before);
    assertThat(send(get("the order", "orders/" + order.id(), 200, "")).statusCode()).isEqualTo(200);
  }

  @Test
  void hostile_words_are_kept_as_they_are_and_come_back_as_they_were() {
    Shop shop = new Shop(world.node().uri(), world.settings());
    OrderDraft draft =
        anOrder("BI-H")
            .by(HOSTILE + " \u202e\ud83d\udca3", "bi-h@bad.example")
            .line("X'\"<&>", HOSTILE, 1, 100);

    PlacedOrder placed = shop.place(draft);

    assertThat(placed.body().get("lines").get(0).get("description").asText()).isEqualTo(HOSTILE);
    assertThat(books.column("SELECT name FROM buyer WHERE order_id = ?::uuid", placed.id()))
        .containsExactly(HOSTILE + " \u202e\ud83d\udca3");
  }

  /** How many rows every table has; the journal and the chain grow without anybody asking. */
  private static Map<String, Long> rows() {
    List<String> tables =
        books.column(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN"
                + " ('flyway_schema_history', 'rate_limit', 'audit_leaf', 'audit_pending', 'journal')"
                + " AND has_table_privilege(schemaname || '.' || tablename, 'SELECT') ORDER BY 1");
    String counts =
        tables.stream()
            .map(table -> "SELECT '%s=' || count(*) FROM %s".formatted(table, table))
            .collect(Collectors.joining(" UNION ALL "));
    return books.column(counts).stream()
        .map(row -> row.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
  }

  private static HttpResponse<String> send(Case wrong) throws IOException, InterruptedException {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + Accounts.LINDEN.key());
    headers.put("Content-Type", "application/json");
    headers.putAll(wrong.headers());
    URI uri = world.node().uri().resolve("/api/v1/" + wrong.path());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .method(
                wrong.method(),
                wrong.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(wrong.body()));
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            request.header(name, value);
          }
        });
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  /** An order with one thing changed. */
  private record OrderCase(String name, String code, int status, ObjectNode body) {
    OrderCase status(int other) {
      return new OrderCase(name, code, other, body);
    }

    Case made() {
      return post(name, "orders", body, status, code);
    }
  }

  private interface Change {
    void on(ObjectNode order);
  }

  private static OrderCase order(String name, String code, Change change) {
    ObjectNode body = draft("BI-X").json("pi_BI_X");
    change.on(body);
    return new OrderCase(name, code, 422, body);
  }

  private static ObjectNode emptied(ObjectNode order) {
    order.putArray("lines");
    return order;
  }

  private static ObjectNode line(ObjectNode order) {
    return (ObjectNode) order.get("lines").get(0);
  }

  private static ObjectNode goods(ObjectNode order) {
    return (ObjectNode) line(order).get("goods");
  }

  private static ObjectNode buyer(ObjectNode order) {
    return (ObjectNode) order.get("buyer");
  }

  private static OrderDraft draft(String number) {
    return anOrder(number)
        .by("Ben Bad", number.toLowerCase(Locale.ROOT) + "@bad.example")
        .line("LAMP-1", "Desk lamp", 2, 8000);
  }

  /** Only an escape can bring one: there are no bytes for it in UTF-8. */
  private static String halfACharacter() {
    return draft("BI-X").json("pi_BI_X").toString().replace("LAMP-1", "A\\ud800B");
  }

  private static Case get(String name, String path, int status, String code) {
    return new Case(name, "GET", path, "", Map.of(), status, code);
  }

  private static Case post(String name, String path, JsonNode body, int status) {
    return post(name, path, body, status, "");
  }

  private static Case post(String name, String path, JsonNode body, int status, String code) {
    return text(name, path, body.toString(), status, code).with("Idempotency-Key", "BI-key");
  }

  private static Case text(String name, String path, String body, int status, String code) {
    return new Case(name, "POST", path, body, Map.of(), status, code);
  }

  private static String quotations() {
    return "orders/" + order.id() + "/quotations";
  }

  private static String verdicts() {
    return "orders/" + order.id() + "/verdicts";
  }

  private static ObjectNode select(int quantity) {
    return select(order.line(1), quantity);
  }

  private static ObjectNode select(String line, int quantity) {
    ObjectNode body = Json.object();
    body.putArray("lines").addObject().put("line", line).put("quantity", quantity);
    return body;
  }

  private static ObjectNode twice() {
    ObjectNode body = select(1);
    body.withArray("lines").add(body.get("lines").get(0).deepCopy());
    return body;
  }

  private static ObjectNode raw(String json) {
    return Json.read(json, ObjectNode.class);
  }

  private static ObjectNode consent() {
    return Shop.consentBody(quotation);
  }

  private static ObjectNode consent(String field, String value) {
    ObjectNode body = consent();
    body.withObjectProperty("basis").put(field, value);
    return body;
  }

  private static ObjectNode consentToExpired() {
    ObjectNode body = consent("quotation", expired.split(" ", 2)[0]);
    body.withObjectProperty("basis").put("digest", expired.split(" ", 2)[1]);
    return body;
  }

  private static String consents(String id) {
    return "cancellations/" + id + "/consents";
  }

  /** Agrees to what is offered where the amounts have changed. */
  private static ObjectNode agreement() {
    return agreement(offered);
  }

  private static ObjectNode agreement(JsonNode to) {
    ObjectNode body = (ObjectNode) Shop.consentBody(to).get("basis");
    body.remove("type");
    return body;
  }

  private static ObjectNode declaration(int quantity) {
    ObjectNode body = select(quantity).put("order", order.id());
    return basis(body, "declaration", "text", "Please cancel this.");
  }

  private static ObjectNode basis(ObjectNode body, String type, String field, String value) {
    body.putObject("basis").put("type", type).put(field, value);
    return body;
  }

  /** A cancellation as a review leaves it after which the amounts are others: its id. */
  private static String waiting(Shop shop, JsonNode asked, String offer) throws Exception {
    String id = shop.consent(asked).id();
    shop.await(id, "IN_REVIEW", Duration.ofSeconds(60));
    try (Connection connection = world.database().connect(Role.APP);
        PreparedStatement decide =
            connection.prepareStatement(
                "UPDATE cancellation SET state = 'QUOTED', decided_at = now(), quotation_id = ?"
                    + " WHERE id = ?::uuid")) {
      decide.setString(1, offer);
      decide.setString(2, id);
      decide.executeUpdate();
    }
    return id;
  }

  /** A quotation as it would stand there had it been given an hour ago: its id and its digest. */
  private static String expired(JsonNode fresh) throws Exception {
    String id = UUID.randomUUID().toString();
    String text =
        fresh
            .get("text")
            .asText()
            .replace(fresh.get("id").asText(), id)
            .replace(fresh.get("expiresAt").asText(), Instant.now().minusSeconds(1800).toString());
    try (Connection connection = world.database().connect(Role.APP);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO quotation VALUES (?::uuid, ?::uuid, now() - interval '30 min', ?, ?, ?)")) {
      insert.setString(1, id);
      insert.setString(2, fresh.get("order").asText());
      insert.setString(3, Digest.sha256(text));
      insert.setString(4, text);
      insert.setString(5, Settings.signed(text));
      insert.executeUpdate();
    }
    return id + " " + Digest.sha256(text);
  }
}
