package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.countermand.it.AtOnce;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At two desks, in the buyer's hand and by the API at the same moment: the money moves once. */
class DeskRacesIT {

  private static final int ROUNDS = 5;

  private final Backstage backstage = new Backstage();
  private final Shop shop = backstage.shop();
  private PlainAgent lena;
  private PlainAgent luis;

  @BeforeEach
  void twoSitAtTheirDesks() {
    backstage.forgetTries();
    lena = agent(Accounts.LEAD, 0);
    luis = agent(Accounts.COLLEAGUE, 1);
  }

  @Test
  void the_buyer_two_agents_and_the_shop_at_once_make_one_cancellation_and_one_refund() {
    for (int i = 0; i < ROUNDS; i++) {
      PlacedOrder order = lamps("DESK-ALL", 1, 4000);
      JsonNode quotation = shop.quote(order, 1, 1).ok();
      Answer.Form hers = offered(lena, order);
      Answer.Form his = offered(luis, order);

      AtOnce.all(
          List.<Callable<Object>>of(
              () -> lena.post(hers),
              () -> luis.post(his),
              () -> shop(1).consent(quotation),
              () -> shop(0).declare(order, 1, 1, order.number() + "-api")));

      assertThat(backstage.cancellations(order)).isEqualTo(1);
      backstage.awaitState(backstage.cancellation(order), "COMPLETED");
      assertThat(refunds(order)).containsExactly(4000L);
    }
  }

  @Test
  void one_form_that_is_sent_thrice_at_once_is_one_request() {
    for (int i = 0; i < ROUNDS; i++) {
      PlacedOrder order = lamps("DESK-TWICE", 2, 8000);
      Answer.Form form = offered(lena, order);

      List<Answer> answers =
          AtOnce.all(
              List.<Callable<Answer>>of(
                  () -> lena.post(form), () -> lena.post(form), () -> lena.post(form)));

      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.location()).contains("cancellation.xhtml"));
      assertThat(backstage.cancellations(order)).isEqualTo(1);
      backstage.awaitState(backstage.cancellation(order), "COMPLETED");
      assertThat(refunds(order)).containsExactly(4000L);
    }
  }

  @Test
  void equal_parts_that_two_agents_give_back_at_once_are_both_paid() {
    for (int i = 0; i < ROUNDS; i++) {
      PlacedOrder order = lamps("DESK-EQUAL", 3, 9000);
      Answer.Form hers = offered(lena, order);
      Answer.Form his = offered(luis, order);

      List<Answer> answers =
          AtOnce.all(List.<Callable<Answer>>of(() -> lena.post(hers), () -> luis.post(his)));

      assertThat(answers)
          .allSatisfy(answer -> assertThat(answer.location()).contains("cancellation.xhtml"));
      assertThat(backstage.cancellations(order)).isEqualTo(2);
      awaitAll(order);
      assertThat(refunds(order)).containsExactly(3000L, 3000L);
    }
  }

  @Test
  void what_one_approves_while_the_buyer_takes_it_back_is_paid_or_not_and_never_both() {
    for (int i = 0; i < ROUNDS; i++) {
      String id = inReview();
      PlacedOrder order = bought;
      Answer.Form approving = form(lena, id, "approve");

      List<Object> answers =
          AtOnce.all(
              List.<Callable<Object>>of(
                  () -> lena.post(approving),
                  () -> shop(1).send("POST", "cancellations/" + id + "/withdrawal", "", Map.of())));

      boolean takenBack = ((Shop.Answer) answers.get(1)).status() == 200;
      backstage.awaitState(id, takenBack ? "WITHDRAWN" : "COMPLETED");
      assertThat(refunds(order)).isEqualTo(takenBack ? List.of() : List.of(4490L));
      assertThat(claims(order)).isEqualTo(takenBack ? 0 : 1);
    }
  }

  @Test
  void what_two_agents_decide_at_once_one_way_and_the_other_is_decided_once() {
    for (int i = 0; i < ROUNDS; i++) {
      String id = inReview();
      PlacedOrder order = bought;
      Answer.Form approving = form(lena, id, "approve");
      Answer.Form denying = form(luis, id, "deny").with("reason", "It has left the house.");

      AtOnce.all(
          List.<Callable<Answer>>of(
              () -> lena.post(approving),
              () -> luis.post(denying.pressed("deny")),
              () -> lena.post(approving)));

      long denied =
          backstage.number(
              "SELECT count(*) FROM cancellation WHERE id = CAST(? AS uuid) AND state = 'REFUSED'",
              id);
      backstage.awaitState(id, denied == 1 ? "REFUSED" : "COMPLETED");
      assertThat(refunds(order)).isEqualTo(denied == 1 ? List.of() : List.of(4490L));
    }
  }

  @Test
  void a_payout_that_is_approved_twice_and_rejected_at_once_is_paid_once_or_not_at_all()
      throws Exception {
    PlainAgent fiona = agent(Accounts.FINANCE, 0);
    PlainAgent theo = agent(Accounts.TREASURER, 1);
    for (int i = 0; i < 3; i++) {
      Lost lost = Lost.of(backstage, Backstage.mugsAndLamp("DESK-PAY").to("DE", "en", "19"));
      names(lost);
      String payout = lost.payout();
      Answer.Form approving = payouts(fiona).with("approve", payout);
      Answer.Form rejecting =
          payouts(theo).with("reason-" + payout, "Ask him again.").with("reject", payout);

      AtOnce.all(
          List.<Callable<Answer>>of(
              () -> fiona.post(approving),
              () -> theo.post(rejecting),
              () -> fiona.post(approving)));

      boolean rejected = lost.payouts().equals("REJECTED");
      lost.awaitPayouts(rejected ? "REJECTED" : "PAID");
      assertThat(lost.transfers(payout)).hasSize(rejected ? 0 : 1);
      assertThat(
              backstage.number(
                  "SELECT count(*) FROM audit_entry WHERE subject_id = CAST(? AS uuid)"
                      + " AND what IN ('PAYOUT_APPROVED', 'PAYOUT_REJECTED')",
                  lost.cancellation()))
          .isEqualTo(1);
    }
  }

  private PlacedOrder bought;

  private String inReview() {
    bought =
        backstage.place(
            Backstage.order("DESK-REVIEW")
                .line("LAMP-1", "Desk lamp", 1, 4000)
                .shipping(490)
                .at("PACKED"));
    String id = backstage.declare(bought, 1, 1);
    backstage.awaitState(id, "IN_REVIEW");
    return id;
  }

  private PlacedOrder lamps(String name, int units, long goods) {
    return backstage.place(Backstage.order(name).line("LAMP-1", "Desk lamp", units, goods));
  }

  /** One unit of the first line, worked out at an agent's desk, to be agreed to. */
  private static Answer.Form offered(PlainAgent agent, PlacedOrder order) {
    Answer.Form choice = agent.get("/agent/order.xhtml?id=" + order.id()).formWith("quote");
    Answer quoted = agent.post(choice.with("units-1", "1").pressed("quote"));
    Answer page = agent.client().get(choice.action().resolve(quoted.location()));
    return page.formWith("agree").with("told", "on").pressed("agree");
  }

  private static Answer.Form form(PlainAgent agent, String cancellation, String button) {
    return agent
        .get("/agent/cancellation.xhtml?id=" + cancellation)
        .formWith(button)
        .pressed(button);
  }

  private static Answer.Form payouts(PlainAgent agent) {
    return agent.get("/agent/payouts.xhtml").formWith("approve");
  }

  private void names(Lost lost) {
    PlainClient buyer = new PlainClient();
    buyer.follow(lost.link());
    String part =
        backstage.query(
            "SELECT id FROM refund_part WHERE cancellation_id = CAST(? AS uuid)",
            lost.cancellation());
    Answer.Form form =
        buyer
            .get(
                backstage.page(
                    "/customer/another-way.xhtml?id=" + lost.cancellation() + "&part=" + part))
            .formWith("way:submit");
    buyer.post(
        form.with("way:holder", "Ana Muster")
            .with("way:iban", "DE89370400440532013000")
            .pressed("way:submit"));
    assertThat(lost.payouts()).isEqualTo("CHOSEN");
  }

  private void awaitAll(PlacedOrder order) {
    for (String id :
        backstage
            .query(
                "SELECT string_agg(id::text, ' ') FROM cancellation"
                    + " WHERE order_id = CAST(? AS uuid)",
                order.id())
            .split(" ")) {
      backstage.awaitState(id, "COMPLETED");
    }
  }

  /** As the payment server counts them. */
  private List<Long> refunds(PlacedOrder order) {
    try {
      JsonNode ledger =
          new JsonClient(backstage.world().settings().payment(), null)
              .get("/ledger?payment_intent=" + order.payment());
      return ledger.get("refunds").findValues("amount").stream().map(JsonNode::asLong).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long claims(PlacedOrder order) {
    return backstage.number(
        "SELECT count(*) FROM unit_claim WHERE order_id = CAST(? AS uuid)", order.id());
  }

  private Shop shop(int node) {
    return new Shop(node(node).uri(), backstage.world().settings());
  }

  private PlainAgent agent(Accounts.Agent agent, int node) {
    return new PlainAgent(node(node)).logsIn(agent);
  }

  private Node node(int n) {
    List<Node> nodes = backstage.world().nodes();
    return nodes.get(Math.min(n, nodes.size() - 1));
  }
}
