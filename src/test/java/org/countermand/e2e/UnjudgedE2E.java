package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.shop.BrokenPolicy;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see when a request can only be recorded, and once it can be judged. */
@InABrowser
@SuppressWarnings("try")
class UnjudgedE2E {

  @RegisterExtension final Visits visits = new Visits();

  private final Backstage backstage = new Backstage();

  @BeforeEach
  void nobodyHasComeTooOften() {
    backstage.forgetTries();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en|We have your request and are checking it now|The request is recorded but could not be judged yet.|Judge again
          de|Ihre Anfrage ist bei uns eingegangen und wird jetzt geprüft|Die Anfrage ist festgehalten, konnte aber noch nicht geprüft werden.|Noch einmal prüfen
          fr|Nous avons reçu votre demande et la vérifions|La demande est enregistrée, mais n’a pas encore pu être examinée.|Examiner à nouveau
          """)
  void a_buyer_reads_that_it_has_arrived_and_an_agent_has_it_judged_again(
      String language, String arrived, String need, String button) {
    OrderDraft bought = Backstage.mugsAndLamp("UNJUDGED").to("DE", language, "19");
    PlacedOrder order = backstage.place(bought);
    Visitor visitor = visits.arrives(Manner.ON_A_PHONE.withoutScripts().in(language));
    Visitor office = visits.arrives(Manner.AT_A_DESK.in(language));
    Buyer buyer = new Buyer(backstage, visitor, bought);
    buyer.comesIn();
    buyer.chooses("LAMP-1", 1);
    buyer.asksForAmounts();
    buyer.agrees();
    Clerk lead = new Clerk(backstage, office);
    lead.logsIn(Accounts.LEAD);
    String cancellation;
    try (BrokenPolicy broken = BrokenPolicy.of(backstage.world().database(), "linden")) {
      buyer.confirms();
      cancellation = buyer.idInAddress();
      assertThat(visitor.text()).contains(arrived).doesNotContainPattern("40[.,]00");
      visitor.inspects("status-unjudged-" + language);
      lead.opensCancellation(cancellation);
      assertThat(office.text()).contains(need);
      assertThat(office.element("judge-again")).hasValue(button);
      office.inspects("agent-unjudged-" + language);

      office.presses("judge-again");

      assertThat(office.page().locator("[role=alert] .notice.is-problem")).hasText(need);
      office.inspects("agent-still-unjudged-" + language);
      assertThat(backstage.refunded(order.payment())).isZero();
    }

    office.presses("judge-again");

    // The reconciler may have been first; then the agent is told that it has moved on.
    assertThat(office.page().locator("#done, [role=alert] .notice.is-problem").first()).isVisible();
    backstage.awaitState(cancellation, "COMPLETED");
    visitor.presses("again:reload");
    assertThat(visitor.element("state")).not().containsText("{");
    assertThat(backstage.refunded(order.payment())).isEqualTo(4000);
    assertThat(backstage.cancellations(order)).isEqualTo(1);
  }
}
