package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countermand.platform.access.PasswordHash;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.countermand.sandbox.webhook.Signature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is sent to a page, with whatever proof of who sends it: the answer is a page, nobody
 * reads from it what went wrong inside, and nothing is stored of what cannot be right.
 */
class BadFormsIT {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ZERO = "a\u0000b";
  private static final String HOSTILE = "'; DROP TABLE buyer; -- <script>alert(1)</script>";
  private static final String LONG = "x".repeat(200_000);

  private static final Backstage BACKSTAGE = new Backstage();

  private static final PlainClient ANYBODY = new PlainClient();
  private static final PlainClient BUYER = new PlainClient();
  private static PlainAgent lena;
  private static PlacedOrder order;
  private static String quotation;
  private static String done;
  private static String inReview;

  /** Something that is sent. */
  private record Sent(String name, Supplier<Answer> by) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void somethingIsThereToBeSpared() {
    BACKSTAGE.forgetTries();
    OrderDraft bought = Backstage.mugsAndLamp("FORMS").to("DE", "en", "19").confirmed();
    order = BACKSTAGE.place(bought);
    done = BACKSTAGE.declare(order, 2, 1);
    BACKSTAGE.awaitState(done, "COMPLETED");
    quotation = BACKSTAGE.shop().quote(order, 1, 1).id();
    PlacedOrder packed =
        BACKSTAGE.place(Backstage.mugsAndLamp("FORMS-R").to("DE", "en", "19").at("PACKED"));
    inReview = BACKSTAGE.declare(packed, 2, 1);
    BACKSTAGE.awaitState(inReview, "IN_REVIEW");
    BUYER.follow(BACKSTAGE.orderLink(bought.email()));
    lena = new PlainAgent(BACKSTAGE.world().node()).logsIn(Accounts.LEAD);
  }

  @BeforeEach
  void nobodyHasTriedTooOften() {
    BACKSTAGE.forgetTries();
  }

  static Stream<Sent> bad() {
    List<Sent> all =
        Stream.of(addresses(), entrances(), choices(), decisions(), views(), transport(), news())
            .flatMap(List::stream)
            .toList();
    left = all.size();
    return all.stream();
  }

  /** What an address says. */
  private static List<Sent> addresses() {
    return Stream.of("%00", "%FF%FE", "%25zz", "-1", "1e9", "'%3B--", "x".repeat(7000))
        .flatMap(
            value ->
                Stream.of(
                    read(ANYBODY, "/?lang=" + value),
                    read(ANYBODY, "/customer/find.xhtml?notice=" + value),
                    read(ANYBODY, "/customer/code.xhtml?c=" + value),
                    read(ANYBODY, "/customer/open.xhtml?t=" + value),
                    read(ANYBODY, "/agent/login.xhtml?next=" + value),
                    read(BUYER, "/customer/order.xhtml?why=" + value),
                    read(BUYER, "/customer/quotation.xhtml?q=" + value),
                    read(BUYER, "/customer/status.xhtml?id=" + value),
                    read(lena.client(), "/agent/index.xhtml?text=" + value),
                    read(lena.client(), "/agent/index.xhtml?page=" + value + "&sort=" + value),
                    read(lena.client(), "/agent/index.xhtml?state=" + value + "&owner=" + value),
                    read(lena.client(), "/agent/order.xhtml?id=" + value),
                    read(lena.client(), "/agent/order.xhtml?channel=linden/web&number=" + value),
                    read(lena.client(), "/agent/order.xhtml?number=1&channel=" + value + "/x"),
                    read(lena.client(), "/agent/quotation.xhtml?order=" + value + "&q=" + value),
                    read(lena.client(), "/agent/cancellation.xhtml?id=" + value)))
        .toList();
  }

  /** The two ways in. */
  private static List<Sent> entrances() {
    return Stream.of(ZERO, HOSTILE, LONG, "", "\u202e\ud83d\udca3", "a\r\nBcc: x@y.example")
        .flatMap(
            value ->
                Stream.of(
                    form(ANYBODY, "/", "find:submit", Map.of("find:number", value)),
                    form(
                        ANYBODY,
                        "/",
                        "find:submit",
                        Map.of("find:number", "L-1", "find:email", value)),
                    form(
                        ANYBODY,
                        "/customer/code.xhtml?c=" + order.id(),
                        "code:submit",
                        Map.of("code:code", value)),
                    form(
                        ANYBODY,
                        "/agent/login.xhtml",
                        "enter",
                        Map.of("user", value, "password", "x", "next", value)),
                    form(
                        ANYBODY,
                        "/agent/login.xhtml",
                        "enter",
                        Map.of("user", "lena", "password", value))))
        .toList();
  }

  /** What is chosen of an order, and what is agreed to. */
  private static List<Sent> choices() {
    return Stream.of(ZERO, HOSTILE, "", "-1", "99999999999", "1.5", "x".repeat(20_000))
        .flatMap(
            value ->
                Stream.of(
                    form(
                        BUYER,
                        "/customer/order.xhtml",
                        "order:submit",
                        Map.of("order:lines:0:units", value, "order:reason", value)),
                    form(
                        BUYER,
                        "/customer/quotation.xhtml?q=" + quotation,
                        "quotation:submit",
                        Map.of("quotation:agree", "on", "digest", value, "amount", value)),
                    form(
                        BUYER,
                        "/customer/quotation.xhtml?q=" + quotation,
                        "quotation:submit",
                        Map.of("quotation:agree", "on", "disclosure", value, "q", value)),
                    office("order.xhtml?id=" + order.id(), "quote", Map.of("units-1", value)),
                    office("order.xhtml?id=" + order.id(), "quote", Map.of("id", value)),
                    office(quotationPage(), "agree", Map.of("told", "on", "digest", value)),
                    office(quotationPage(), "agree", Map.of("told", "on", "disclosure", value)),
                    office(quotationPage(), "agree", Map.of("told", value + "-")),
                    office(quotationPage(), "decide", Map.of("grounds", "", "kind", value))))
        .toList();
  }

  private static String quotationPage() {
    return "quotation.xhtml?order=" + order.id() + "&q=" + quotation;
  }

  /** What is decided. */
  private static List<Sent> decisions() {
    String page = "cancellation.xhtml?id=" + inReview;
    return Stream.of(ZERO, HOSTILE, "", "COMPLETED", LONG)
        .flatMap(
            value ->
                Stream.of(
                    office(page, "approve", Map.of("seen", value)),
                    office(page, "deny", Map.of("reason", "", "id", value)),
                    office(page, "take-back", Map.of("seen", value)),
                    office(page, "take", Map.of("take", value + "-")),
                    unpressed(page, Map.of("giveBack", value + "-")),
                    unpressed("index.xhtml", Map.of("take", value + "-", "text", value))))
        .toList();
  }

  /** What Faces keeps in a form, and what it reads of a script. */
  private static List<Sent> views() {
    return Stream.of("", "x", ZERO, "AAAA".repeat(200), HOSTILE)
        .flatMap(
            value ->
                Stream.of(
                    form(ANYBODY, "/", "find:submit", Map.of("jakarta.faces.ViewState", value)),
                    form(
                        BUYER,
                        "/customer/order.xhtml",
                        "order:submit",
                        Map.of("jakarta.faces.ViewState", value)),
                    unpressed("index.xhtml", Map.of("jakarta.faces.ViewState", value)),
                    form(
                        BUYER,
                        "/customer/order.xhtml",
                        "order:submit",
                        Map.of(
                            "jakarta.faces.partial.ajax",
                            "true",
                            "jakarta.faces.source",
                            value,
                            "jakarta.faces.partial.execute",
                            value,
                            "jakarta.faces.partial.render",
                            value)),
                    read(ANYBODY, "/jakarta.faces.resource/" + escaped(value) + ".xhtml?ln=x"),
                    read(ANYBODY, "/jakarta.faces.resource/base.css.xhtml?ln=" + escaped(value))))
        .toList();
  }

  private static String escaped(String value) {
    return java.net.URLEncoder.encode(
        value.substring(0, Math.min(100, value.length())), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** What is no form, or is none to its end. */
  private static List<Sent> transport() {
    String many =
        String.join("&", IntStream.range(0, 12_000).mapToObj(n -> "p" + n + "=1").toList());
    String part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n1,2";
    Stream<Sent> bodies =
        Stream.of("/", "/customer/order.xhtml", "/agent/index.xhtml", "/agent/import.xhtml")
            .flatMap(
                page ->
                    Stream.of(
                        raw("POST", page, FORM, "a=%zz&%=%&=&&&"),
                        raw("POST", page, FORM, "a=%FF%FE"),
                        raw("POST", page, FORM + "; charset=klingon", "a=1"),
                        raw("POST", page, FORM, many),
                        raw("POST", page, "multipart/form-data", part),
                        raw("POST", page, "multipart/form-data; boundary=b", part),
                        raw("POST", page, "multipart/form-data; boundary=" + LONG, part),
                        raw("POST", page, "application/json", "{}"),
                        raw("POST", page, "nonsense", "x"),
                        raw("PUT", page, FORM, "a=1"),
                        raw("DELETE", page, "", ""),
                        raw("OPTIONS", page, "", ""),
                        raw("HEAD", page, "", ""),
                        raw("BREW", page, "", "")));
    Stream<Sent> heads =
        Stream.of("Accept-Language", "Accept", "Cookie", "X-Forwarded-For", "If-Modified-Since")
            .flatMap(
                name ->
                    Stream.of(
                            ";;;q=x", "en;q=9999999999999,-,*;q=", "\"", "=;=,=", "x".repeat(5000))
                        .flatMap(
                            value -> Stream.of(head(name, value, "/"), head(name, value, API))));
    return Stream.concat(bodies, heads).toList();
  }

  private static final String API = "/api/v1/orders/00000000-0000-7000-8000-000000000000";

  /** What a gateway or a warehouse could sign by mistake. */
  private static List<Sent> news() {
    return Stream.of(
            "",
            "[]",
            "\"x\"",
            "null",
            "{}",
            "{\"id\":1,\"type\":[],\"object\":\"event\"}",
            "{\"id\":\"e\\u0000x\",\"object\":\"event\",\"type\":\"refund.failed\"}",
            "{\"id\":\"e\",\"object\":\"event\",\"type\":\"a\\u0000b\",\"data\":{\"object\":"
                + "{\"object\":\"payment_intent\",\"id\":\"a\\u0000b\"}}}",
            "{\"type\":\"hold.answered\",\"hold\":{\"id\":\"x\"}}",
            "{\"type\":\"hold.answered\",\"hold\":{\"id\":\""
                + order.id()
                + "\",\"status\":\"HELD\",\"reference\":\"a\\u0000b\",\"lines\":[{}]}}",
            "[".repeat(20_000))
        .flatMap(
            body ->
                Stream.of(
                    signed("stripe", "Stripe-Signature", Settings.STRIPE_WEBHOOK_SECRET, body),
                    signed("warehouse", "Warehouse-Signature", Settings.WAREHOUSE_SECRET, body)))
        .toList();
  }

  /** Counting every row takes longer than most cases, so it is done after so many of them. */
  private static final int BATCH = 40;

  /** The cases since the rows were counted last. */
  private static final List<Sent> UNCOUNTED = new ArrayList<>();

  private static int left;
  private static @Nullable String known;

  @ParameterizedTest
  @MethodSource("bad")
  void what_cannot_be_right_is_answered_by_a_page_and_leaves_no_row(Sent sent) {
    known = known == null ? rows() : known;
    UNCOUNTED.add(sent);

    Answer answer = sent.by().get();

    if (--left == 0 || UNCOUNTED.size() == BATCH) {
      String before = known;
      List<Sent> since = List.copyOf(UNCOUNTED);
      known = rows();
      UNCOUNTED.clear();
      assertThat(known).as("rows after %s", since).isEqualTo(before);
    }
    assertThat(answer.status()).as(answer.body()).isBetween(200, 499);
    assertThat(words(answer.body()))
        .doesNotContain("Exception", "org.countermand", "org.apache", "java.", "PSQL", "SRVE")
        .doesNotContain("<script>alert");
  }

  /**
   * A question for a code opens a challenge for whatever is asked; that is how nobody learns. A
   * payout that waits for its bank is asked about again and again meanwhile, which its journal
   * says.
   */
  private static String rows() {
    return BACKSTAGE
        .rows()
        .replaceAll(
            "(access_challenge|envelope|event|quotation|gateway_news|payout_journal)=\\d+ ?", "");
  }

  static Stream<String> crookedAddresses() {
    return Stream.of("%zz", "%", "%00", "%c0%ae", "..%2f", ";x=y", "\\", "<b>", "\u00e9", "|{}^`")
        .flatMap(
            value ->
                Stream.of(
                    "/" + value,
                    "/?lang=" + value,
                    "/customer/find.xhtml?notice=" + value,
                    "/customer/" + value + "/order.xhtml",
                    "/agent/index.xhtml?text=" + value,
                    "/agent/" + value + ".xhtml",
                    "/agent/order.xhtml?channel=linden/web&number=" + value,
                    "/api/v1/orders/" + value,
                    "/api/v1/cancellations/" + value + "/consents",
                    "/jakarta.faces.resource/" + value + ".xhtml",
                    "/WEB-INF/" + value,
                    "/error" + value));
  }

  /** Clients that take care would not even send these. */
  @ParameterizedTest
  @MethodSource("crookedAddresses")
  void an_address_that_is_none_is_told_so(String target) throws IOException {
    String answer =
        PlainClient.raw(
            BACKSTAGE.world().node().port(),
            target,
            """
            Authorization: Bearer %s\r
            Cookie: cm-agent=%s; cm-guest=%s\r
            """
                .formatted(
                    Accounts.LINDEN.key(),
                    lena.client().cookie("cm-agent"),
                    BUYER.cookie("cm-guest")));

    assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
    assertThat(words(answer))
        .doesNotContain("Exception", "org.countermand", "org.apache", "java.", "PSQL", "SRVE");
  }

  @Test
  void an_address_that_cannot_be_read_spoils_no_request_that_comes_after_it() throws IOException {
    for (int i = 0; i < 20; i++) {
      for (String target : List.of("/?x=%zz", "/customer/?x=%zz", "/customer/find.xhtml?x=%zz")) {
        assertThat(PlainClient.raw(BACKSTAGE.world().node().port(), target, ""))
            .startsWith("HTTP/1.1 400");
      }
    }

    for (int i = 0; i < 30; i++) {
      assertThat(lena.get("/agent/index.xhtml").status()).isEqualTo(200);
      assertThat(BUYER.get(BACKSTAGE.page("/customer/order.xhtml")).body())
          .contains(order.number());
    }
  }

  @Test
  void a_denial_with_a_character_that_nobody_types_is_kept_without_it() {
    PlacedOrder packed =
        BACKSTAGE.place(Backstage.mugsAndLamp("FORMS-D").to("DE", "en", "19").at("PACKED"));
    String cancellation = BACKSTAGE.declare(packed, 2, 1);
    BACKSTAGE.awaitState(cancellation, "IN_REVIEW");

    Answer denied =
        office(
                "cancellation.xhtml?id=" + cancellation,
                "deny",
                Map.of("reason", "It left.\u0000\u0007 Sorry."))
            .by()
            .get();

    assertThat(denied.location()).contains("done=denied");
    JsonNode told = BACKSTAGE.shop().cancellation(cancellation).ok();
    assertThat(told.get("state").asText()).isEqualTo("REFUSED");
    assertThat(told.get("findings").get(0).toString()).contains("It left. Sorry.");
  }

  @Test
  void a_reason_may_be_as_long_as_the_page_says() {
    PlacedOrder packed =
        BACKSTAGE.place(Backstage.mugsAndLamp("FORMS-L").to("DE", "en", "19").at("PACKED"));
    String cancellation = BACKSTAGE.declare(packed, 2, 1);
    BACKSTAGE.awaitState(cancellation, "IN_REVIEW");
    String page = "cancellation.xhtml?id=" + cancellation;

    Answer tooLong = office(page, "deny", Map.of("reason", "x".repeat(1001))).by().get();
    Answer denied = office(page, "deny", Map.of("reason", "x".repeat(1000))).by().get();

    assertThat(tooLong.body()).contains("id=\"reason-error\"");
    assertThat(denied.location()).contains("done=denied");
  }

  @Test
  void words_about_the_grounds_are_kept_without_what_no_keyboard_has() {
    PlacedOrder other = BACKSTAGE.place(Backstage.mugsAndLamp("FORMS-G").to("DE", "en", "19"));
    String offer = BACKSTAGE.shop().quote(other, 1, 1).id();

    Answer decided =
        office(
                "quotation.xhtml?order=" + other.id() + "&q=" + offer,
                "decide",
                Map.of("grounds", "Recalled.\u0000", "reason", "MISTAKE\u0000" + LONG))
            .by()
            .get();

    assertThat(decided.location()).contains("done=requested");
    String id = decided.location().replaceFirst(".*[?&]id=([0-9a-f-]{36}).*", "$1");
    BACKSTAGE.awaitState(id, "COMPLETED");
    JsonNode told = BACKSTAGE.shop().cancellation(id).ok();
    assertThat(told.get("reason").asText()).hasSizeLessThanOrEqualTo(500);
  }

  @Test
  void an_agent_whom_nobody_gave_a_shop_sees_none() {
    BACKSTAGE.change(
        "INSERT INTO agent_account (id, name, password_hash, shop, role)"
            + " VALUES ('agent-rolf', 'rolf', ?, '', 'LEAD') ON CONFLICT DO NOTHING",
        PasswordHash.of("rolf-nowhere".toCharArray(), 1000));

    PlainAgent rolf =
        new PlainAgent(BACKSTAGE.world().node())
            .logsIn(new Accounts.Agent("rolf", "rolf-nowhere", "", "LEAD"));

    assertThat(rolf.get("/agent/index.xhtml").body()).contains("id=\"empty\"");
  }

  @Test
  void of_another_shops_order_an_agent_learns_and_does_nothing() {
    BACKSTAGE.change(
        "INSERT INTO agent_account (id, name, password_hash, shop, role)"
            + " VALUES ('agent-ruth', 'ruth', ?, 'retail', 'LEAD') ON CONFLICT DO NOTHING",
        PasswordHash.of("ruth-elsewhere".toCharArray(), 1000));
    PlainAgent ruth =
        new PlainAgent(BACKSTAGE.world().node())
            .logsIn(new Accounts.Agent("ruth", "ruth-elsewhere", "retail", "LEAD"));
    String nobody = "00000000-0000-7000-8000-000000000000";
    assertThat(ruth.get("/agent/index.xhtml").body()).doesNotContain(inReview, done);
    for (String page :
        List.of(
            "/agent/cancellation.xhtml?id=" + inReview,
            "/agent/order.xhtml?id=" + order.id(),
            "/agent/" + quotationPage(),
            "/agent/order.xhtml?channel=linden/web&number=" + order.number())) {
      String known = "[0-9a-f]{8}-[0-9a-f-]{27}";
      Answer real = ruth.get(page);
      Answer invented = ruth.get(page.replaceAll(known, nobody).replace(order.number(), "NO-1"));
      assertThat(real.essence().replace(order.number(), "NO-1"))
          .as(page)
          .isEqualTo(invented.essence());
      assertThat(real.body()).as(page).doesNotContain("Desk lamp", "Ana Muster");
    }
    Answer.Form hers = lena.get("/agent/cancellation.xhtml?id=" + inReview).formWith("approve");

    Answer forged = ruth.post(hers.pressed("approve"));

    assertThat(forged.status()).isEqualTo(404);
    assertThat(BACKSTAGE.shop().cancellation(inReview).ok().get("state").asText())
        .isEqualTo("IN_REVIEW");
  }

  private static Sent read(PlainClient client, String path) {
    return new Sent("GET " + brief(path), () -> client.get(BACKSTAGE.page(path)));
  }

  /** The form of a page with these fields changed and this button pressed. */
  private static Sent form(
      PlainClient client, String page, String button, Map<String, String> changes) {
    return new Sent(
        page + " " + button + " " + brief(changes.toString()),
        () ->
            client.post(
                changed(
                    client.follow(BACKSTAGE.page(page)).formWith(button).pressed(button),
                    changes)));
  }

  /** The form of the way out, sent without taking it. */
  private static Sent unpressed(String page, Map<String, String> changes) {
    return new Sent(
        page + " " + brief(changes.toString()),
        () -> lena.post(changed(lena.get("/agent/" + page).formWith("logout"), changes)));
  }

  private static Answer.Form changed(Answer.Form form, Map<String, String> changes) {
    Answer.Form changed = form;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      changed = changed.with(change.getKey(), change.getValue());
    }
    return changed;
  }

  private static Sent office(String page, String button, Map<String, String> changes) {
    return form(lena.client(), "/agent/" + page, button, changes);
  }

  private static Sent raw(String method, String page, String type, String body) {
    PlainClient client = page.startsWith("/agent") ? lena.client() : BUYER;
    return new Sent(
        method + " " + page + " " + brief(type) + " " + brief(body),
        () -> client.send(method, BACKSTAGE.page(page), type, body));
  }

  private static Sent head(String name, String value, String page) {
    return new Sent(
        name + ": " + brief(value) + " at " + page,
        () ->
            new PlainClient()
                .with(name, value)
                .with("Authorization", "Bearer " + Accounts.LINDEN.key())
                .get(BACKSTAGE.page(page)));
  }

  private static Sent signed(String party, String header, String secret, String body) {
    return new Sent(
        party + " " + brief(body),
        () ->
            new PlainClient()
                .with(header, Signature.header(secret, Instant.now().getEpochSecond(), body))
                .send(
                    "POST", BACKSTAGE.page("/api/v1/webhooks/" + party), "application/json", body));
  }

  /** Without the encrypted state of the view, in which any four letters stand some day. */
  private static String words(String page) {
    return page.replaceAll("[A-Za-z0-9+/=]{200,}", "");
  }

  private static String brief(String text) {
    String plain = text.replace('\u0000', '0').replaceAll("\\s+", " ");
    return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
  }
}
