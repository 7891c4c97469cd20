package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody reaches what is another's, or learns whether it exists. */
class StrangersIT {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  private final Backstage backstage = new Backstage();
  private final OrderDraft mine = Backstage.mugsAndLamp("MINE").to("DE", "en", "19");
  private final OrderDraft theirs = Backstage.mugsAndLamp("THEIRS").to("DE", "en", "19");
  private final PlainClient stranger = new PlainClient();
  private PlacedOrder myOrder;
  private PlacedOrder theirOrder;
  private JsonNode theirQuotation;
  private String theirCancellation;

  @BeforeEach
  void twoPeopleHaveBought() {
    myOrder = backstage.place(mine);
    theirOrder = backstage.place(theirs);
    theirQuotation = backstage.shop().quote(theirOrder, 1, 1).ok();
    theirCancellation = backstage.declare(theirOrder, 2, 1);
  }

  @Test
  void anothers_quotation_reads_like_one_that_does_not_exist() {
    comesIn(stranger);
    sameFor("/customer/quotation.xhtml?q=", theirQuotation.get("id").asText());
  }

  @Test
  void anothers_cancellation_reads_like_one_that_does_not_exist() {
    comesIn(stranger);
    sameFor("/customer/status.xhtml?id=", theirCancellation);
  }

  /** The two answers must not differ, and neither may show anything of the other order. */
  private void sameFor(String page, String known) {
    Answer real = stranger.get(backstage.page(page + known));
    Answer invented = stranger.get(backstage.page(page + NOBODY));
    assertThat(real.essence()).isEqualTo(invented.essence());
    Answer end = stranger.follow(backstage.page(page + known));
    assertThat(end.body()).contains(mine.number()).doesNotContain(theirs.number());
    assertThat(end.essence()).isEqualTo(stranger.follow(backstage.page(page + NOBODY)).essence());
  }

  @Test
  void anothers_quotation_cannot_be_agreed_to_through_ones_own() {
    comesIn(stranger);
    String own = backstage.shop().quote(myOrder, 1, 1).id();
    Answer.Form form =
        stranger
            .get(backstage.page("/customer/quotation.xhtml?q=" + own))
            .formWith("quotation:submit")
            .with("quotation:agree", "on")
            .pressed("quotation:submit");
    String id = theirQuotation.get("id").asText();
    String digest = theirQuotation.get("digest").asText();

    stranger.post(form.with("quotation", id).with("digest", digest));
    stranger.post(
        new Answer.Form(
            URI.create(form.action().toString().replace(own, id)),
            form.with("quotation", id).with("digest", digest).with("q", id).fields(),
            form.buttons()));

    assertThat(backstage.cancellations(theirOrder)).isEqualTo(1);
    assertThat(backstage.number("SELECT count(*) FROM cancellation WHERE asked_with = ?", id))
        .isZero();
  }

  @Test
  void a_code_opens_its_own_order_and_no_other() {
    comesIn(stranger);
    Answer order = stranger.get(backstage.page("/customer/order.xhtml?id=" + theirOrder.id()));
    assertThat(order.body()).contains(mine.number()).doesNotContain(theirs.number());
  }

  @Test
  void a_link_that_was_tampered_with_opens_nothing() {
    String link = backstage.orderLink(theirs.email()).toString();
    int token = link.indexOf("?t=") + 3;
    List<String> forged =
        List.of(
            link.substring(0, token),
            link.substring(0, token) + "x",
            link.substring(0, link.length() - 6),
            flipped(link, token + 5),
            flipped(link, (token + link.length()) / 2),
            flipped(link, link.length() - 4));
    for (String address : forged) {
      PlainClient client = new PlainClient();
      Answer answer = client.get(URI.create(address));
      assertThat(answer.location()).as(address).contains("/customer/find.xhtml?notice=link");
      assertThat(client.cookie("cm-guest")).as(address).isEmpty();
    }
  }

  @Test
  void a_cookie_that_was_tampered_with_or_made_for_another_door_opens_nothing() {
    comesIn(stranger);
    String good = stranger.cookie("cm-guest");
    String link = backstage.orderLink(theirs.email()).toString();
    String token = link.substring(link.indexOf("?t=") + 3);
    for (String cookie : List.of(flipped(good, good.length() / 2), flipped(good, 3), token)) {
      PlainClient client = new PlainClient();
      client.steals("cm-guest", cookie);
      assertThat(client.get(backstage.page("/customer/order.xhtml")).location()).isEqualTo("/");
    }
    PlainClient client = new PlainClient();
    client.steals("cm-agent", good);
    assertThat(client.get(backstage.page("/agent/index.xhtml")).location())
        .contains("/agent/login.xhtml");
    assertThat(new PlainClient().get(backstage.page("/customer/open.xhtml?t=" + good)).location())
        .contains("notice=link");
  }

  private static String flipped(String text, int at) {
    char other = text.charAt(at) == 'A' ? 'B' : 'A';
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  @Test
  void without_proof_every_page_of_an_order_leads_to_the_first_page() {
    for (String page :
        List.of(
            "/customer/order.xhtml",
            "/customer/quotation.xhtml?q=" + theirQuotation.get("id").asText(),
            "/customer/quotation.xhtml?q=" + NOBODY,
            "/customer/status.xhtml?id=" + theirCancellation,
            "/customer/status.xhtml?id=" + NOBODY,
            "/customer//status.xhtml?id=" + theirCancellation,
            "/faces/customer/status.xhtml?id=" + theirCancellation,
            "/CUSTOMER/status.xhtml?id=" + theirCancellation)) {
      Answer answer = new PlainClient().get(backstage.page(page));
      assertThat(answer.status() + " " + answer.location()).as(page).isEqualTo("302 /");
      assertThat(answer.body()).as(page).doesNotContain(theirs.number());
    }
  }

  @Test
  void a_code_fits_no_other_challenge() {
    String challenge = asksFor(stranger, mine.number(), mine.email());
    PlainClient other = new PlainClient();
    String otherChallenge = asksFor(other, theirs.number(), theirs.email());

    Answer answer = answers(stranger, otherChallenge, backstage.code(mine.email(), challenge));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(stranger.cookie("cm-guest")).isEmpty();
  }

  @Test
  void an_unknown_order_is_answered_like_a_known_one() {
    PlainClient other = new PlainClient();
    Answer known = asks(stranger, mine.number(), mine.email());
    Answer unknown = asks(other, "NO-SUCH-ORDER", mine.email());
    Answer foreign = asks(new PlainClient(), theirs.number(), mine.email());

    assertThat(unknown.essence()).isEqualTo(known.essence()).isEqualTo(foreign.essence());
    assertThat(other.follow(target(unknown)).essence())
        .isEqualTo(stranger.follow(target(known)).essence());
  }

  @Test
  void a_wrong_code_is_answered_alike_for_orders_that_exist_and_do_not() {
    String real = asksFor(stranger, mine.number(), mine.email());
    String empty = asksFor(new PlainClient(), "NO-SUCH-ORDER", mine.email());
    String right = backstage.code(mine.email(), real).replaceAll("\\s", "");
    String wrong = right.equals("000000") ? "000001" : "000000";

    String known = answers(stranger, real, wrong).essence();
    assertThat(known).startsWith("200 ").contains("This code is not right or no longer valid");
    assertThat(answers(new PlainClient(), empty, wrong).essence()).isEqualTo(known);
    assertThat(answers(new PlainClient(), UUID.randomUUID().toString(), wrong).essence())
        .isEqualTo(known);
    backstage.expireChallenge(real);
    assertThat(answers(new PlainClient(), real, right).essence()).isEqualTo(known);
  }

  @Test
  void another_shop_sees_orders_and_cancellations_like_ones_that_do_not_exist() {
    Shop other = backstage.anotherShop();
    for (String path : List.of("orders/" + theirOrder.id(), "cancellations/" + theirCancellation)) {
      String nowhere = path.replaceFirst("/.*", "/" + NOBODY);
      Shop.Answer real = other.send("GET", path, "", Map.of());
      Shop.Answer invented = other.send("GET", nowhere, "", Map.of());
      assertThat(real.status()).as(path).isEqualTo(404).isEqualTo(invented.status());
      assertThat(plain(real)).isEqualTo(plain(invented));
    }
    Shop.Answer quoted = other.quote(theirOrder, 1, 1);
    assertThat(quoted.status()).isEqualTo(404);
    Shop.Answer takenBack =
        other.send("POST", "cancellations/" + theirCancellation + "/withdrawal", "", Map.of());
    assertThat(takenBack.status()).isEqualTo(404);
  }

  private static String plain(Shop.Answer answer) {
    return answer.body().toString().replaceAll("[0-9a-f-]{36}", "…");
  }

  @Test
  void a_customers_cookie_says_nothing_at_the_other_entrances() {
    comesIn(stranger);
    assertThat(stranger.get(backstage.page("/api/v1/orders/" + myOrder.id())).status())
        .isEqualTo(401);
    for (String page : List.of("index", "import", "order", "cancellation", "quotation")) {
      Answer answer =
          stranger.get(backstage.page("/agent/" + page + ".xhtml?id=" + theirCancellation));
      assertThat(answer.location()).as(page).contains("/agent/login.xhtml");
    }
  }

  @Test
  void a_form_that_another_site_sends_is_refused() {
    comesIn(stranger);
    String own = backstage.shop().quote(myOrder, 1, 1).id();
    Answer.Form form =
        stranger
            .get(backstage.page("/customer/quotation.xhtml?q=" + own))
            .formWith("quotation:submit")
            .with("quotation:agree", "on")
            .pressed("quotation:submit");

    assertThat(stranger.with("Sec-Fetch-Site", "cross-site").post(form).status()).isEqualTo(403);

    assertThat(backstage.cancellations(myOrder)).isZero();
  }

  private void comesIn(PlainClient client) {
    String challenge = asksFor(client, mine.number(), mine.email());
    answers(client, challenge, backstage.code(mine.email(), challenge));
    assertThat(client.cookie("cm-guest")).isNotEmpty();
  }

  private Answer asks(PlainClient client, String number, String email) {
    return client.post(
        client
            .get(backstage.page("/"))
            .formWith("find:number")
            .with("find:number", number)
            .with("find:email", email)
            .pressed("find:submit"));
  }

  private String asksFor(PlainClient client, String number, String email) {
    String location = asks(client, number, email).location();
    return location.substring(location.indexOf("c=") + 2);
  }

  private Answer answers(PlainClient client, String challenge, String code) {
    return client.post(
        client
            .get(backstage.page("/customer/code.xhtml?c=" + challenge))
            .formWith("code:code")
            .with("code:code", code)
            .pressed("code:submit"));
  }

  private static URI target(Answer answer) {
    return answer.address().resolve(answer.location());
  }
}
