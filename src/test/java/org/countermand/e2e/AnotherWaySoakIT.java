package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.bank.Bank;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.node.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node is killed while the bank pays; the other goes on, and the money goes once. */
@Tag("soak")
class AnotherWaySoakIT {

  private final Backstage backstage = new Backstage();
  private final PlainClient buyer = new PlainClient();

  @BeforeEach
  void nobodyHasComeTooOften() {
    backstage.forgetTries();
  }

  @AfterEach
  void everybodyLives() {
    backstage.world().party(Bank.class).faults().clear();
    backstage.world().nodes().stream().filter(node -> !node.isRunning()).forEach(Node::restart);
  }

  @ParameterizedTest
  @EnumSource(Mishap.When.class)
  void a_node_that_is_killed_at_the_bank_leaves_one_transfer(Mishap.When when) {
    Lost lost = Lost.of(backstage, Backstage.mugsAndLamp("KILL-WAY").to("DE", "en", "19"));
    buyer.follow(lost.link());
    String part =
        backstage.query(
            "SELECT id FROM refund_part WHERE cancellation_id = CAST(? AS uuid)",
            lost.cancellation());
    buyer.post(
        buyer
            .get(
                backstage.page(
                    "/customer/another-way.xhtml?id=" + lost.cancellation() + "&part=" + part))
            .formWith("way:submit")
            .with("way:holder", "Ana Muster")
            .with("way:iban", "DE89370400440532013000")
            .pressed("way:submit"));
    PlainAgent fiona = new PlainAgent(backstage.world().nodes().get(1)).logsIn(Accounts.FINANCE);
    Answer.Form form =
        fiona.get("/agent/payouts.xhtml").formWith("approve").with("approve", lost.payout());
    backstage
        .world()
        .party(Bank.class)
        .faults()
        .add(Fault.once(Match.of("POST", "^/v1/credit-transfers$"), new Mishap.KillCaller(when)));

    try {
      fiona.post(form);
    } catch (RuntimeException died) {
      // The node may die before it has answered; the approval is written down before.
      assertThat(died).hasRootCauseInstanceOf(java.io.IOException.class);
    }

    lost.awaitPayouts("PAID");
    assertThat(lost.transfers(lost.payout())).hasSize(1);
    assertThat(backstage.world().nodes()).filteredOn(Node::isRunning).hasSize(1);
  }
}
