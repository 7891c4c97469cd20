package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.countermand.it.AtOnce;
import org.countermand.platform.access.PasswordHash;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What needs a person is taken by one person, whoever else wants it. */
class WorkItemsIT {

  private final Backstage backstage = new Backstage();
  private String cancellation;
  private String item;

  @BeforeEach
  void somethingNeedsAPerson() {
    backstage.forgetTries();
    comesIn("WORK");
  }

  private void comesIn(String name) {
    PlacedOrder order =
        backstage.place(Backstage.mugsAndLamp(name).to("DE", "en", "19").at("PACKED"));
    cancellation = backstage.declare(order, 2, 1);
    backstage.awaitState(cancellation, "IN_REVIEW");
    item =
        backstage.query(
            "SELECT id FROM work_item WHERE cancellation_id = CAST(? AS uuid)", cancellation);
  }

  @Test
  void of_two_who_take_it_at_once_one_has_it_and_the_other_is_told_who() {
    List<Node> nodes = backstage.world().nodes();
    PlainAgent lena = new PlainAgent(nodes.get(0)).logsIn(Accounts.LEAD);
    PlainAgent luis = new PlainAgent(nodes.get(nodes.size() - 1)).logsIn(Accounts.COLLEAGUE);
    for (int i = 0; i < 6; i++) {
      comesIn("WORK-BOTH");
      Answer.Form hers = form(lena).with("take", item);
      Answer.Form his = form(luis).with("take", item);

      List<Answer> answers =
          AtOnce.all(List.<Callable<Answer>>of(() -> lena.post(hers), () -> luis.post(his)));

      String owner = owner();
      assertThat(owner).isIn("agent-lena", "agent-luis");
      Answer won = answers.get(owner.equals("agent-lena") ? 0 : 1);
      Answer lost = answers.get(owner.equals("agent-lena") ? 1 : 0);
      assertThat(won.location()).contains("done=taken");
      assertThat(lost.status()).isEqualTo(200);
      assertThat(lost.body()).contains(owner + " has this work item.");
      assertThat(audited()).isEqualTo(owner + " WORK_ITEM_TAKEN");
    }
  }

  @Test
  void who_takes_it_over_names_the_colleague_in_the_record_and_may_give_it_back() {
    Node node = backstage.world().node();
    PlainAgent lena = new PlainAgent(node).logsIn(Accounts.LEAD);
    PlainAgent luis = new PlainAgent(node).logsIn(Accounts.COLLEAGUE);
    lena.post(form(lena).with("take", item));
    assertThat(owner()).isEqualTo("agent-lena");

    luis.post(form(luis).with("take", item));
    assertThat(owner()).isEqualTo("agent-luis");
    Answer late = lena.post(form(lena).with("giveBack", item));
    assertThat(late.body()).contains("agent-luis has this work item.");
    luis.post(form(luis).with("giveBack", item));

    assertThat(owner()).isEmpty();
    assertThat(audited())
        .isEqualTo(
            "agent-lena WORK_ITEM_TAKEN, agent-luis WORK_ITEM_TAKEN_OVER,"
                + " agent-luis WORK_ITEM_GIVEN_BACK");
    assertThat(
            backstage.query(
                "SELECT body FROM audit_entry WHERE subject_id = CAST(? AS uuid)"
                    + " AND what = 'WORK_ITEM_TAKEN_OVER'",
                cancellation))
        .contains("from=agent-lena", "workItem=STAGE_NEEDS_REVIEW");
    assertThat(luis.get("/agent/cancellation.xhtml?id=" + cancellation).body())
        .contains("Took the work item over from agent-lena");
  }

  @Test
  void what_is_resolved_is_not_taken_any_more() {
    PlainAgent lena = new PlainAgent(backstage.world().node()).logsIn(Accounts.LEAD);
    Answer page = lena.get("/agent/cancellation.xhtml?id=" + cancellation);
    Answer.Form open = page.formWith("take").with("take", item);
    lena.post(page.formWith("approve").pressed("approve"));
    backstage.awaitState(cancellation, "COMPLETED");

    Answer late = lena.post(open);

    assertThat(late.status()).isEqualTo(200);
    assertThat(late.body()).contains("This work item has already been resolved.");
    assertThat(owner()).isEmpty();
    assertThat(audited()).isEmpty();
  }

  @Test
  void an_address_that_somebody_sends_takes_nothing() {
    PlainAgent lena = new PlainAgent(backstage.world().node()).logsIn(Accounts.LEAD);

    lena.get("/agent/index.xhtml?take=" + item + "&owner-" + item + "=");
    lena.get("/agent/cancellation.xhtml?id=" + cancellation + "&take=" + item);

    assertThat(owner()).isEmpty();
  }

  @Test
  void a_clerk_and_an_agent_of_another_shop_take_nothing_and_learn_nothing() {
    backstage.change(
        "INSERT INTO agent_account (id, name, password_hash, shop, role)"
            + " VALUES ('agent-rosa', 'rosa', ?, 'retail', 'LEAD') ON CONFLICT DO NOTHING",
        PasswordHash.of("rosa-elsewhere".toCharArray(), 1000));
    Accounts.Agent rosa = new Accounts.Agent("rosa", "rosa-elsewhere", "retail", "LEAD");
    String nothing = "00000000-0000-7000-8000-000000000000";
    for (Accounts.Agent stranger : List.of(Accounts.CLERK, rosa)) {
      PlainAgent agent = new PlainAgent(backstage.world().node()).logsIn(stranger);
      Answer.Form form = agent.get("/agent/index.xhtml").formWith("logout");

      for (Answer.Form forged :
          List.of(
              form.with("take", item),
              form.with("take", nothing),
              form.with("giveBack", item),
              form.with("giveBack", "'; DROP TABLE work_item; --"))) {
        assertThat(agent.post(forged).body()).contains("We could not find this.");
      }
    }
    assertThat(owner()).isEmpty();
    assertThat(audited()).isEmpty();
  }

  /** The form of the cancellation's page with its work item. */
  private Answer.Form form(PlainAgent agent) {
    Answer page = agent.get("/agent/cancellation.xhtml?id=" + cancellation);
    return page.forms().stream()
        .filter(form -> form.buttons().contains("take") || form.buttons().contains("giveBack"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page.body()));
  }

  private String owner() {
    return backstage.query("SELECT owner FROM work_item WHERE id = CAST(? AS uuid)", item);
  }

  /** Who took it or gave it back, in order. */
  private String audited() {
    return backstage.query(
        "SELECT coalesce(string_agg(actor_id || ' ' || what, ', ' ORDER BY id), '')"
            + " FROM audit_entry WHERE subject_id = CAST(? AS uuid) AND what LIKE 'WORK_ITEM%'",
        cancellation);
  }
}
