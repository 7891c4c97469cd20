package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.countermand.it.AtOnce;
import org.countermand.proof.Options;
import org.countermand.proof.Proof;
import org.countermand.proof.Verdict;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.bank.Bank;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.node.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund that fails days after it had succeeded goes to the account that its buyer names. */
class AnotherWayIT {

  private static final String IBAN = "de89 3704 0044 0532 0130 00";
  private static final String PLAIN = "DE89370400440532013000";
  private static final String OTHER = "AT611904300234573201";

  private final Backstage backstage = new Backstage();
  private final PlainClient buyer = new PlainClient();

  @BeforeEach
  void nobodyHasComeTooOften() {
    backstage.forgetTries();
  }

  @AfterEach
  void theBankWorks() {
    backstage.world().party(Bank.class).faults().clear();
  }

  @Test
  void the_buyer_is_told_and_chooses_and_the_bank_pays_once_whatever_is_pressed_twice()
      throws Exception {
    Lost lost = lost("OTHER-WAY");
    assertThat(lost.letter("tell us where it shall go").subject()).contains("could not be sent");
    assertThat(lost.needs()).isEqualTo("REFUND_FAILED");
    assertThat(status(lost).body()).contains("Choose where the money goes");

    Answer.Form form = form(lost).with("way:holder", "ana muster").with("way:iban", IBAN);
    List<Answer> chosen = both(form.pressed("way:submit"));

    assertThat(chosen).allSatisfy(answer -> assertThat(answer.location()).contains("status.xhtml"));
    assertThat(lost.payouts()).isEqualTo("CHOSEN");
    assertThat(lost.needs()).isEqualTo("PAYOUT_WAITING");
    assertThat(status(lost).body())
        .contains("Bank transfer to the account ending in 3000", "Being checked")
        .doesNotContain(PLAIN)
        .doesNotContain("Choose where the money goes");
    assertThat(
            backstage.query(
                "SELECT same_name FROM payout WHERE id = CAST(? AS uuid)", lost.payout()))
        .isEqualTo("t");
    Answer another = buyer.post(form.with("way:iban", OTHER).pressed("way:submit"));
    assertThat(another.body()).contains("Another way has already been chosen");
    assertThat(lost.payouts()).isEqualTo("CHOSEN");

    // What the bank does the first time, nobody hears of.
    backstage
        .world()
        .party(Bank.class)
        .faults()
        .add(
            Fault.once(Match.of("POST", "^/v1/credit-transfers$"), new Mishap.CutAfterWork(false)));
    List<Answer> decided = decideAtOnce(lost.payout());

    lost.awaitPayouts("PAID");
    assertThat(decided)
        .filteredOn(answer -> answer.location().contains("done=approved"))
        .hasSize(1);
    assertThat(decided)
        .filteredOn(answer -> answer.body().contains("This payout has already been decided."))
        .hasSize(1);
    List<JsonNode> transfers = lost.transfers(lost.payout());
    assertThat(transfers).hasSize(1);
    assertThat(transfers.get(0).get("amount").asLong()).isEqualTo(Lost.AMOUNT);
    assertThat(transfers.get(0).get("iban").asText()).isEqualTo(PLAIN);
    assertThat(transfers.get(0).get("creditor").asText()).isEqualTo("ana muster");
    assertThat(status(lost).body()).contains("Paid in another way");
    assertThat(lost.needs()).isEmpty();
    assertThat(lost.audited())
        .matches(
            "order:\\S+ PAYOUT_CHOSEN, agent-(fiona|theo) PAYOUT_APPROVED,"
                + " payout-runner PAYOUT_SUBMITTED, payout-runner PAYOUT_PAID");
    assertThat(lost.letter("shall go by transfer").text()).contains("€40.00");
    assertThat(lost.letter("we have transferred").text()).contains("€40.00");
    assertThat(
            backstage.query(
                "SELECT string_agg(phase || ' ' || outcome, ', ' ORDER BY id) FROM payout_journal"
                    + " WHERE payout_id = CAST(? AS uuid) AND at <= (SELECT settled_at FROM payout"
                    + " WHERE id = payout_id)",
                lost.payout()))
        .isEqualTo("CALLING , ANSWERED UNKNOWN, LOOKING , ANSWERED SETTLED");
    assertThat(traces()).isZero();
    // The part stays what it is: it failed, and its account gave nothing back.
    assertThat(lost.partState()).isEqualTo("FAILED");
    assertThat(
            backstage.number(
                "SELECT sum(refunded) FROM tender_account WHERE order_id = CAST(? AS uuid)",
                lost.order().id()))
        .isZero();
    assertProved();
  }

  @Test
  void what_is_rejected_is_told_and_chosen_anew() {
    Lost lost = lost("REJECT-WAY");
    choose(lost, "Ben Other", IBAN);
    PlainAgent fiona = finance(0);
    Answer.Form page = fiona.get("/agent/payouts.xhtml").formWith("approve");
    String reason = "reason-" + lost.payout();

    Answer silent = fiona.post(page.with("reject", lost.payout()));
    assertThat(silent.body()).contains("Please give a reason.");
    Answer telling = fiona.post(page.with(reason, "Not " + PLAIN).with("reject", lost.payout()));
    assertThat(telling.body()).contains("names no account");
    assertThat(lost.payouts()).isEqualTo("CHOSEN");
    Answer done =
        fiona.post(page.with(reason, "The name is not yours.").with("reject", lost.payout()));

    assertThat(done.location()).contains("done=rejected");
    assertThat(lost.payouts()).isEqualTo("REJECTED");
    assertThat(lost.needs()).isEqualTo("PAYOUT_REJECTED");
    assertThat(lost.letter("did not reach the bank account").text())
        .contains("The payout was not approved: The name is not yours.");
    assertThat(lost.transfers(lost.payout())).isEmpty();
    choose(lost, "Ana Muster", OTHER);
    assertThat(lost.payouts()).isEqualTo("REJECTED CHOSEN");
    assertThat(lost.needs()).isEqualTo("PAYOUT_WAITING");
  }

  @Test
  void what_comes_back_from_the_bank_is_chosen_anew_and_what_is_forgotten_keeps_its_history()
      throws Exception {
    Lost lost = lost("RETURN-WAY");
    choose(lost, "Ana Muster", IBAN);
    String payout = lost.payout();
    approve(payout);
    lost.awaitPayouts("PAID");

    lost.tellBank(
        "/control/transfers/" + lost.transfers(payout).get(0).get("endToEnd").asText(),
        "{\"status\":\"RJCT\",\"reason\":\"AC04\"}");

    lost.awaitPayouts("RETURNED");
    assertThat(lost.needs()).isEqualTo("PAYOUT_RETURNED");
    assertThat(lost.letter("did not reach the bank account").text())
        .contains("The transfer came back from the bank (AC04).");
    assertThat(status(lost).body())
        .contains("Came back", "Choose where the money goes", "ending in 3000");
    backstage.change("DELETE FROM payout_account WHERE payout_id = CAST(? AS uuid)", payout);
    assertThat(status(lost).body()).contains("Came back").doesNotContain("ending in");
    choose(lost, "Ana Muster", OTHER);
    approve(lost.payout());
    lost.awaitPayouts("RETURNED PAID");
    assertThat(lost.transfers(lost.payout())).hasSize(1);
    assertProved();
  }

  @Test
  void credit_is_granted_once_and_only_where_it_is_expressly_wanted_instead_of_money()
      throws Exception {
    Lost lost = lost("CREDIT-WAY");
    status(lost);
    Answer page = buyer.get(page(lost.cancellation(), part(lost)));
    Answer.Form form = page.formWith("credit:submit");

    Answer silent = buyer.post(form.pressed("credit:submit"));
    assertThat(silent.body()).contains("Please tick the box if you want credit instead of money.");
    assertThat(lost.payouts()).isEmpty();
    List<Answer> wanted = both(form.with("credit:assent", "on").pressed("credit:submit"));

    assertThat(wanted).allSatisfy(answer -> assertThat(answer.location()).contains("status.xhtml"));
    assertThat(lost.payouts()).isEqualTo("GRANTED");
    assertThat(lost.needs()).isEmpty();
    assertThat(
            backstage.query(
                "SELECT string_agg(e.kind || ' ' || e.amount || ' ' || a.kind || ' ' || a.shop, ', ')"
                    + " FROM credit_entry e JOIN credit_account a ON a.id = e.account_id"
                    + " WHERE e.subject = ?",
                lost.payout()))
        .isEqualTo("GRANTED 4000 STORE_CREDIT linden");
    assertThat(
            backstage.query("SELECT assent FROM payout WHERE id = CAST(? AS uuid)", lost.payout()))
        .isEqualTo("Yes, I want €40.00 as store credit instead of money.");
    String number =
        backstage.query("SELECT reference FROM payout WHERE id = CAST(? AS uuid)", lost.payout());
    assertThat(lost.letter("store credit instead of money").text()).contains(number, "€40.00");
    assertThat(status(lost).body())
        .contains("Credited", number, "You have store credit instead of money");
    assertThat(lost.audited()).matches("order:\\S+ PAYOUT_GRANTED");
    Answer money =
        buyer.post(
            page.formWith("way:submit")
                .with("way:holder", "Ana Muster")
                .with("way:iban", IBAN)
                .pressed("way:submit"));
    assertThat(money.body()).contains("Another way has already been chosen for this refund.");
    assertThat(lost.payouts()).isEqualTo("GRANTED");
    assertProved();
  }

  @Test
  void what_an_agent_enters_for_the_buyer_goes_through_the_same_door_and_the_shop_sees_it()
      throws Exception {
    Lost lost = lost("CALL-WAY");
    PlainAgent clerk = agent(Accounts.CLERK, 0);
    Answer page = clerk.get("/agent/cancellation.xhtml?id=" + lost.cancellation());
    Answer.Form form =
        page.formWith("transfer")
            .with("transfer-part", part(lost))
            .with("transfer-holder", "Ana Muster");

    assertThat(clerk.post(form.with("transfer-iban", "").pressed("transfer")).body())
        .contains("Please give the IBAN of the account.");
    assertThat(
            clerk
                .post(
                    page.formWith("transfer-credit")
                        .with("transfer-part", part(lost))
                        .pressed("transfer-credit"))
                .body())
        .contains("Please tick the box once the buyer has said");
    assertThat(lost.payouts()).isEmpty();
    Answer taken = clerk.post(form.with("transfer-iban", IBAN).pressed("transfer"));
    Answer other = clerk.post(form.with("transfer-iban", OTHER).pressed("transfer"));

    assertThat(taken.location()).contains("done=transfer");
    assertThat(other.body()).contains("Another way has already been chosen");
    assertThat(lost.payouts()).isEqualTo("CHOSEN");
    assertThat(lost.needs()).isEqualTo("PAYOUT_WAITING");
    assertThat(lost.audited()).matches("agent-\\S+ PAYOUT_CHOSEN");
    JsonNode told = backstage.shop().cancellation(lost.cancellation()).ok();
    assertThat(told.get("payouts")).hasSize(1);
    assertThat(told.get("payouts").get(0).get("method").asText()).isEqualTo("BANK_TRANSFER");
    assertThat(told.get("payouts").get(0).get("state").asText()).isEqualTo("CHOSEN");
    assertThat(told.get("payouts").get(0).get("amount").get("minor").asLong())
        .isEqualTo(Lost.AMOUNT);
    assertThat(told.toString()).doesNotContain("3000", "Muster");
    approve(lost.payout());
    lost.awaitPayouts("PAID");
    assertThat(lost.transfers(lost.payout())).hasSize(1);
    PlainAgent fiona = finance(0);
    assertThat(fiona.get("/agent/cancellation.xhtml?id=" + lost.cancellation()).body())
        .doesNotContain("transfer-form");
    assertProved();
  }

  @Test
  void only_finance_decides_and_only_the_buyer_sees_his_own() {
    Lost lost = lost("ROLES-WAY");
    choose(lost, "Ana Muster", IBAN);
    Answer.Form form = finance(0).get("/agent/payouts.xhtml").formWith("approve");

    PlainAgent lead = agent(Accounts.LEAD, 0);
    Answer seen = lead.get("/agent/payouts.xhtml");
    assertThat(seen.body()).contains("ends in 3000").doesNotContain("name=\"approve\"");
    assertThat(agent(Accounts.CLERK, 0).get("/agent/payouts.xhtml").status()).isEqualTo(404);
    assertThat(agent(Accounts.CLERK, 0).get("/agent/index.xhtml").body())
        .doesNotContain("nav-payouts");
    for (Accounts.Agent stranger : List.of(Accounts.LEAD, Accounts.CLERK)) {
      PlainAgent agent = agent(stranger, 0);
      agent.post(agent.get("/agent/index.xhtml").formWith("logout").with("approve", lost.payout()));
      agent.post(form.with("approve", lost.payout()));
    }
    assertThat(lost.payouts()).isEqualTo("CHOSEN");

    Lost mine = lost("MINE-WAY");
    PlainClient other = new PlainClient();
    other.follow(mine.link());
    String part = part(lost);
    Answer theirs = other.get(page(lost.cancellation(), part));
    Answer nobodys = other.get(page("00000000-0000-7000-8000-000000000000", part));
    assertThat(theirs.essence()).isEqualTo(nobodys.essence());
    assertThat(other.get(page(mine.cancellation(), part)).location()).contains("status.xhtml");
    Answer.Form forged = other.get(page(mine.cancellation(), part(mine))).formWith("way:submit");
    Answer answer =
        other.post(
            new Answer.Form(
                page(mine.cancellation(), part),
                forged
                    .with("way:holder", "Eve")
                    .with("way:iban", OTHER)
                    .with("part", part)
                    .pressed("way:submit")
                    .fields(),
                forged.buttons()));
    assertThat(answer.body()).doesNotContain(lost.bought().number());
    assertThat(lost.payouts()).isEqualTo("CHOSEN");
    assertThat(mine.payouts()).isEmpty();
  }

  @Test
  void a_wrong_account_is_complained_of_where_it_was_typed() {
    Lost lost = lost("TYPO-WAY");
    Answer.Form form = form(lost);

    assertThat(buyer.post(form.pressed("way:submit")).body())
        .contains("Please give the name on the account.", "Please give the IBAN of the account.");
    assertThat(
            buyer
                .post(
                    form.with("way:holder", "Ana Muster")
                        .with("way:iban", "DE88370400440532013000")
                        .pressed("way:submit"))
                .body())
        .contains("This is not a valid IBAN.", "aria-invalid=\"true\"");
    assertThat(lost.payouts()).isEmpty();
  }

  /** Looked at from outside, what the books say of payouts is what the bank says. */
  private void assertProved() throws Exception {
    Properties properties = new Properties();
    properties.setProperty("countermand.proof.database", backstage.world().database().jdbcUrl());
    properties.setProperty(
        "countermand.proof.gateway", backstage.world().settings().payment().toString());
    properties.setProperty(
        "countermand.proof.bank", backstage.world().settings().bank().toString());
    properties.setProperty("countermand.proof.settled", "false");
    assertThat(Proof.of(Options.of(properties)).results())
        .filteredOn(result -> result.id().startsWith("payout"))
        .hasSize(2)
        .allSatisfy(result -> assertThat(result.rows()).isEmpty())
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.PROVED))
        .anySatisfy(result -> assertThat(result.looked()).isPositive());
  }

  /** How often the account stands where it must not: in the record, in the outbox, in the clear. */
  private long traces() {
    return backstage.number(
        "SELECT (SELECT count(*) FROM audit_entry WHERE body ILIKE ?)"
            + " + (SELECT count(*) FROM event WHERE facts ILIKE ?)"
            + " + (SELECT count(*) FROM payout_journal WHERE detail ILIKE ?)"
            + " + (SELECT count(*) FROM payout_account"
            + "     WHERE encode(sealed, 'escape') ILIKE ?)",
        "%0532013000%",
        "%0532013000%",
        "%0532013000%",
        "%0532013000%");
  }

  private Lost lost(String name) {
    return Lost.of(backstage, Backstage.mugsAndLamp(name).to("DE", "en", "19"));
  }

  private Answer status(Lost lost) {
    return buyer.follow(lost.link());
  }

  private Answer.Form form(Lost lost) {
    status(lost);
    return buyer.get(page(lost.cancellation(), part(lost))).formWith("way:submit");
  }

  private java.net.URI page(String cancellation, String part) {
    return backstage.page("/customer/another-way.xhtml?id=" + cancellation + "&part=" + part);
  }

  private String part(Lost lost) {
    return backstage.query(
        "SELECT id FROM refund_part WHERE cancellation_id = CAST(? AS uuid)", lost.cancellation());
  }

  private void choose(Lost lost, String holder, String iban) {
    Answer answer =
        buyer.post(
            form(lost).with("way:holder", holder).with("way:iban", iban).pressed("way:submit"));
    assertThat(answer.location()).as(answer.body()).contains("status.xhtml");
  }

  private List<Answer> both(Answer.Form form) {
    return AtOnce.all(List.<Callable<Answer>>of(() -> buyer.post(form), () -> buyer.post(form)));
  }

  private List<Answer> decideAtOnce(String payout) {
    PlainAgent fiona = finance(0);
    PlainAgent theo = agent(Accounts.TREASURER, 1);
    Answer.Form hers =
        fiona.get("/agent/payouts.xhtml").formWith("approve").with("approve", payout);
    Answer.Form his = theo.get("/agent/payouts.xhtml").formWith("approve").with("approve", payout);
    return AtOnce.all(List.<Callable<Answer>>of(() -> fiona.post(hers), () -> theo.post(his)));
  }

  private void approve(String payout) {
    PlainAgent fiona = finance(0);
    fiona.post(fiona.get("/agent/payouts.xhtml").formWith("approve").with("approve", payout));
  }

  private PlainAgent finance(int node) {
    return agent(Accounts.FINANCE, node);
  }

  private PlainAgent agent(Accounts.Agent agent, int node) {
    List<Node> nodes = backstage.world().nodes();
    return new PlainAgent(nodes.get(Math.min(node, nodes.size() - 1))).logsIn(agent);
  }
}
