package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.countermand.it.AtOnce;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.http.Json;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.Answer;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The amounts change while a person decides, and the buyer is asked again: what was only a lamp is
 * by then the rest of the order, with which the delivery cost comes back too.
 */
class ConsentsIT {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  private final Backstage backstage = new Backstage();
  private final Shop shop = backstage.shop();
  private final OrderDraft bought =
      Backstage.mugsAndLamp("ANEW").to("DE", "en", "19").at("PACKED").confirmed();
  private PlacedOrder order;
  private JsonNode first;
  private String waiting;

  @BeforeEach
  void theAmountsChangeInReview() {
    backstage.forgetTries();
    order = backstage.place(bought);
    first = shop.quote(order, 2, 1).ok();
    waiting = shop.consent(first).id();
    approveTheRestFirst(order, waiting);
  }

  /** Approves the mugs and then the lamp. */
  private void approveTheRestFirst(PlacedOrder packed, String lamp) {
    String mugs = backstage.declare(packed, 1, 3);
    PlainAgent lena = new PlainAgent(backstage.world().node()).logsIn(Accounts.LEAD);
    approves(lena, mugs);
    backstage.awaitState(mugs, "COMPLETED");
    approves(lena, lamp);
    backstage.awaitState(lamp, "QUOTED");
  }

  private static void approves(PlainAgent agent, String cancellation) {
    agent.post(
        agent
            .get("/agent/cancellation.xhtml?id=" + cancellation)
            .formWith("approve")
            .pressed("approve"));
  }

  @Test
  void a_partner_shows_the_new_amounts_agrees_to_them_and_the_money_goes_back() {
    JsonNode offer = shop.cancellation(waiting).ok().get("offer");
    assertThat(first.get("total").get("minor").asLong()).isEqualTo(4000);
    assertThat(offer.get("total").get("minor").asLong()).isEqualTo(4490);
    assertThat(offer.get("text").asText()).contains(offer.get("id").asText());
    assertThat(offer.get("disclosure").get("text").asText()).isNotBlank();

    Answer agreed = agree(offer);

    assertThat(agreed.status()).isEqualTo(200);
    assertThat(agreed.id()).isEqualTo(waiting);
    assertThat(agreed.body().has("offer")).isFalse();
    JsonNode done = shop.await(waiting, "COMPLETED", Backstage.PATIENCE);
    assertThat(done.get("amount").get("minor").asLong()).isEqualTo(4490);
    assertThat(done.get("refunds").get(0).get("amount").get("minor").asLong()).isEqualTo(4490);
    assertThat(backstage.refunded(order.payment())).isEqualTo(1001 + 4490);
    assertThat(consentTo(offer)).isEqualTo("PARTNER linden-shop en");
    assertThat(kept()).contains(consent(offer).toString());
  }

  @Test
  void who_agrees_again_receives_what_has_become_of_it() {
    JsonNode offer = offer();
    Answer agreed = agree(offer);
    ObjectNode otherwise = Json.object();
    otherwise.set("disclosureDigest", consent(offer).get("disclosureDigest"));
    otherwise.setAll(consent(offer));

    Answer again = agree(offer);
    Answer inOtherWords = shop.post(path(), otherwise, Map.of());
    backstage.awaitState(waiting, "COMPLETED");
    Answer late = agree(offer);

    for (Answer answer : List.of(agreed, again, inOtherWords, late)) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.id()).isEqualTo(waiting);
    }
    assertThat(backstage.refunded(order.payment())).isEqualTo(1001 + 4490);
    assertThat(kept()).hasSize(2);
  }

  @Test
  void of_many_who_agree_at_once_on_two_nodes_one_moves_the_money() {
    JsonNode offer = offer();
    List<Node> nodes = backstage.world().nodes();
    List<Shop> shops =
        nodes.stream().map(node -> new Shop(node.uri(), backstage.world().settings())).toList();

    List<Answer> answers =
        AtOnce.times(8, n -> shops.get(n % shops.size()).post(path(), consent(offer), Map.of()));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers).extracting(Answer::id).containsOnly(waiting);
    backstage.awaitState(waiting, "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(1001 + 4490);
    assertThat(
            backstage.number(
                "SELECT count(*) FROM audit_entry WHERE subject_id = CAST(? AS uuid)"
                    + " AND what = 'BASIS_GIVEN'",
                waiting))
        .isEqualTo(1);
  }

  @Test
  void a_key_belongs_to_one_consent() {
    JsonNode offer = offer();
    Map<String, String> named = Map.of("Idempotency-Key", order.number());
    assertThat(shop.post(path(), consent(offer), named).status()).isEqualTo(200);

    Answer again = shop.post(path(), consent(offer), named);
    Answer other = shop.post(path(), consent(first), named);

    assertThat(again.id()).isEqualTo(waiting);
    assertThat(other.status() + " " + other.code()).isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void what_is_not_offered_is_not_agreed_to() {
    JsonNode offer = offer();
    ObjectNode forged = consent(offer).put("digest", "0".repeat(64));
    ObjectNode unseen = consent(offer).put("disclosureDigest", "0".repeat(64));
    ObjectNode unknown = consent(offer).put("quotation", NOBODY);

    assertThat(refused(consent(first))).isEqualTo("409 QUOTATION_STALE");
    assertThat(refused(forged)).isEqualTo("409 QUOTATION_MISMATCH");
    assertThat(refused(unseen)).isEqualTo("422 CONSENT_MISSING");
    assertThat(refused(unknown)).isEqualTo("422 QUOTATION_UNKNOWN");
    Answer stranger = backstage.anotherShop().post(path(), consent(offer), Map.of());
    assertThat(stranger.status() + " " + stranger.code()).isEqualTo("404 NOT_FOUND");
    assertThat(kept()).hasSize(1);
    assertThat(shop.cancellation(waiting).ok().get("state").asText()).isEqualTo("QUOTED");
    String late = backstage.anHourEarlier(offer.get("id").asText());
    backstage.change(
        "UPDATE cancellation SET quotation_id = ? WHERE id = CAST(? AS uuid)", late, waiting);
    assertThat(refused(consent(offer()))).isEqualTo("409 QUOTATION_EXPIRED");
    assertThat(agree(offer).code()).isEqualTo("QUOTATION_STALE");
    assertThat(backstage.refunded(order.payment())).isEqualTo(1001);
  }

  @Test
  void what_waits_for_nobody_cannot_be_agreed_to() {
    JsonNode offer = offer();
    shop.send("POST", "cancellations/" + waiting + "/withdrawal", "", Map.of()).ok();

    assertThat(refused(consent(offer))).isEqualTo("409 STATE_FORBIDS");
    assertThat(backstage.refunded(order.payment())).isEqualTo(1001);
  }

  @Test
  void a_buyer_agrees_on_his_page_and_his_shop_is_told_so_if_it_asks_again() {
    JsonNode offer = offer();
    PlainClient buyer = new PlainClient();
    buyer.follow(backstage.orderLink(bought.email()));
    URI status = backstage.page("/customer/status.xhtml?id=" + waiting);
    org.countermand.e2e.Answer page = buyer.get(status);
    assertThat(Visitor.plain(page.body())).contains("€44.90");
    org.countermand.e2e.Answer.Form form =
        page.formWith("changed:submit").with("changed:agree", "on").pressed("changed:submit");

    assertThat(buyer.post(form.with("digest", "0".repeat(64))).body())
        .contains("What was agreed to is not what we offered.");
    assertThat(buyer.post(form).location()).contains("status.xhtml?id=" + waiting);
    org.countermand.e2e.Answer again = buyer.post(form);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).doesNotContain("id=\"problems\"");

    assertThat(agree(offer).id()).isEqualTo(waiting);
    backstage.awaitState(waiting, "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(1001 + 4490);
    assertThat(consentTo(offer)).startsWith("CUSTOMER ");
    assertThat(kept()).anyMatch(words -> words.startsWith(offer.get("text").asText()));
  }

  @Test
  void the_time_to_agree_is_the_offers_own_however_old_the_request_is() {
    PlacedOrder other =
        backstage.place(Backstage.mugsAndLamp("ANEW-TOO").to("DE", "en", "19").at("PACKED"));
    String forgotten = shop.consent(shop.quote(other, 2, 1).ok()).id();
    approveTheRestFirst(other, forgotten);
    hoursAgo("received_at", waiting);
    String late =
        backstage.anHourEarlier(shop.cancellation(forgotten).ok().get("offer").get("id").asText());
    backstage.change(
        "UPDATE cancellation SET quotation_id = ? WHERE id = CAST(? AS uuid)", late, forgotten);

    // The one that runs out shows that somebody has looked for what has.
    backstage.awaitState(forgotten, "EXPIRED");

    assertThat(shop.cancellation(waiting).ok().get("state").asText()).isEqualTo("QUOTED");
    assertThat(agree(offer()).status()).isEqualTo(200);
  }

  private void hoursAgo(String moment, String cancellation) {
    backstage.change(
        "UPDATE cancellation SET %s = now() - interval '3 hours' WHERE id = CAST(? AS uuid)"
            .formatted(moment),
        cancellation);
  }

  private JsonNode offer() {
    return shop.cancellation(waiting).ok().get("offer");
  }

  private Answer agree(JsonNode offer) {
    return shop.post(path(), consent(offer), Map.of());
  }

  private String refused(JsonNode body) {
    Answer answer = shop.post(path(), body, Map.of());
    return answer.status() + " " + answer.code();
  }

  private String path() {
    return "cancellations/" + waiting + "/consents";
  }

  private static ObjectNode consent(JsonNode quotation) {
    ObjectNode body = (ObjectNode) Shop.consentBody(quotation).get("basis");
    body.remove("type");
    return body;
  }

  /** Who consented to a quotation, and in which language. */
  private String consentTo(JsonNode quotation) {
    return backstage.query(
        "SELECT actor_kind || ' ' || actor_id || ' ' || locale FROM consent"
            + " WHERE quotation_id = CAST(? AS uuid)",
        quotation.get("id").asText());
  }

  /** The words in which the cancellation was asked for and agreed to, the oldest first. */
  private List<String> kept() {
    long count =
        backstage.number(
            "SELECT count(*) FROM request_record WHERE cancellation_id = CAST(? AS uuid)", waiting);
    return IntStream.range(0, (int) count)
        .mapToObj(
            n ->
                backstage.query(
                    "SELECT declaration FROM request_record WHERE cancellation_id = CAST(? AS uuid)"
                        + " ORDER BY id OFFSET "
                        + n
                        + " LIMIT 1",
                    waiting))
        .toList();
  }
}
