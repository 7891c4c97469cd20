package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.sandbox.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see from the letter that a refund failed to the money on another account. */
@InABrowser
@SuppressWarnings("try")
class AnotherWayE2E {

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
          en|Refund did not go through|This is not a valid IBAN.|Being checked|Paid in another way|In another name
          de|Erstattung nicht angekommen|Das ist keine gültige IBAN.|Wird geprüft|Auf anderem Weg ausgezahlt|Auf einen anderen Namen
          fr|Remboursement non abouti|Cet IBAN n’est pas valable.|En cours de vérification|Versé par une autre voie|À un autre nom
          """)
  void a_buyer_without_scripts_names_an_account_and_finance_lets_the_money_go(
      String language, String failed, String wrong, String checked, String paid, String otherName) {
    Lost lost = Lost.of(backstage, Backstage.mugsAndLamp("E2E-WAY").to("DE", language, "19"));
    Visitor visitor = visits.arrives(Manner.ON_A_PHONE.withoutScripts().in(language));
    visitor.open(lost.link());
    assertThat(visitor.element("state")).hasText(failed);
    visitor.inspects("status-refund-failed-" + language);

    visitor.presses("anotherWay");
    visitor.sees("way:submit");
    visitor.inspects("another-way-" + language);
    visitor.types("way:holder", "Ben Ander");
    visitor.types("way:iban", "DE88 3704 0044 0532 0130 00");
    visitor.presses("way:submit");
    assertThat(visitor.element("way:iban-error")).containsText(wrong);
    visitor.inspects("another-way-wrong-" + language);
    visitor.types("way:iban", "de89 3704 0044 0532 0130 00");
    visitor.presses("way:submit");

    assertThat(visitor.element("parts")).containsText(checked);
    assertThat(visitor.text()).contains("3000").doesNotContain("0532");
    visitor.inspects("status-another-way-" + language);

    Visitor office = visits.arrives(Manner.AT_A_DESK.in(language));
    Clerk finance = new Clerk(backstage, office);
    finance.logsIn(Accounts.FINANCE);
    office.presses("nav-payouts");
    assertThat(office.page().locator("section.panel", containing(lost)).first())
        .containsText(otherName);
    office.inspects("agent-payouts-" + language);
    office.page().locator("button[name='approve'][value='" + lost.payout() + "']").click();
    office.sees("done");
    lost.awaitPayouts("PAID");
    office.inspects("agent-payouts-approved-" + language);
    finance.opensCancellation(lost.cancellation());
    office.inspects("agent-cancellation-payout-" + language);

    visitor.presses("again:reload");
    assertThat(visitor.element("state")).hasText(paid);
    visitor.inspects("status-paid-another-way-" + language);
    assertThat(lost.transfers(lost.payout())).hasSize(1);
  }

  @Test
  void an_agent_enters_what_a_buyer_says_on_the_telephone_and_finance_lets_it_go() {
    Lost lost = Lost.of(backstage, Backstage.mugsAndLamp("E2E-CALL").to("DE", "en", "19"));
    Visitor desk = visits.arrives(Manner.AT_A_DESK.in("en"));
    Clerk clerk = new Clerk(backstage, desk);
    clerk.logsIn(Accounts.CLERK);
    clerk.opensCancellation(lost.cancellation());
    desk.inspects("agent-transfer");
    desk.types("transfer-holder", "Ana Muster");
    desk.types("transfer-iban", "DE88 3704 0044 0532 0130 00");
    desk.presses("transfer");
    assertThat(desk.element("transfer-iban-error")).containsText("This is not a valid IBAN.");
    assertThat(desk.text()).doesNotContain("0532");
    desk.inspects("agent-transfer-wrong");
    desk.types("transfer-iban", "DE89 3704 0044 0532 0130 00");
    desk.presses("transfer");

    assertThat(desk.element("done")).containsText("The other way is recorded.");
    assertThat(desk.element("transfer-form")).hasCount(0);
    assertThat(desk.text()).contains("3000").doesNotContain("0532");
    desk.inspects("agent-transfer-recorded");
    assertThat(lost.payouts()).isEqualTo("CHOSEN");
    Visitor office = visits.arrives(Manner.AT_A_DESK.in("en"));
    new Clerk(backstage, office).logsIn(Accounts.FINANCE);
    office.presses("nav-payouts");
    office.page().locator("button[name='approve'][value='" + lost.payout() + "']").click();
    lost.awaitPayouts("PAID");
    assertThat(lost.transfers(lost.payout())).hasSize(1);
  }

  private com.microsoft.playwright.Page.LocatorOptions containing(Lost lost) {
    String number =
        backstage.query(
            "SELECT 'C-' || lpad(number::text, 7, '0') FROM cancellation WHERE id = CAST(? AS uuid)",
            lost.cancellation());
    return new com.microsoft.playwright.Page.LocatorOptions().setHasText(number);
  }
}
