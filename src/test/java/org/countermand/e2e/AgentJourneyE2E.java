package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A day in the back office. */
@InABrowser
class AgentJourneyE2E {

  @RegisterExtension final Visits visits = new Visits();

  private final Backstage backstage = new Backstage();

  @BeforeEach
  void nobodyHasLoggedInTooOften() {
    backstage.forgetTries();
  }

  @Test
  void a_wrong_password_is_answered_like_an_unknown_name() {
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    Clerk clerk = new Clerk(backstage, visitor);
    visitor.open(backstage.page("/agent/"));
    visitor.inspects("agent-login");

    clerk.tries(Accounts.LEAD.name(), "guessed");
    String wrongPassword = visitor.text();
    assertThat(wrongPassword).contains("User name or password is wrong.");
    visitor.inspects("agent-login-wrong");
    clerk.tries("nobody-" + System.nanoTime(), "guessed");

    assertThat(visitor.text()).isEqualTo(wrongPassword);
  }

  @Test
  void after_the_way_out_the_pages_are_closed() {
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    new Clerk(backstage, visitor).logsIn(Accounts.LEAD);

    visitor.presses("logout");

    assertThat(visitor.page().locator("h1")).hasText("Log in");
    assertThat(visitor.text()).contains("You are logged out.");
    visitor.inspects("agent-logged-out");
    visitor.open(backstage.page("/agent/index.xhtml?state=IN_REVIEW"));
    assertThat(visitor.page().url()).contains("/agent/login.xhtml");
    new Clerk(backstage, visitor).tries(Accounts.LEAD.name(), Accounts.LEAD.password());
    visitor.sees("count");
    assertThat(visitor.page().url()).as("where he wanted to go").contains("state=IN_REVIEW");
  }

  @Test
  void a_lead_approves_what_waits_for_him_and_the_money_goes_back() {
    PlacedOrder order = packed("APPROVE");
    String cancellation = backstage.declare(order, 2, 1);
    backstage.awaitState(cancellation, "IN_REVIEW");
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    Clerk lead = new Clerk(backstage, visitor);
    lead.logsIn(Accounts.LEAD);
    visitor.page().locator("#nav-work-items").click();
    visitor.inspects("agent-work-items");
    lead.opensCancellation(cancellation);
    visitor.inspects("agent-review");

    visitor.presses("approve");

    visitor.sees("done");
    backstage.awaitState(cancellation, "COMPLETED");
    visitor.presses("reload");
    assertThat(visitor.element("state")).hasText("Completed");
    assertThat(visitor.text()).contains("€40.00").contains("decided by a person");
    visitor.inspects("agent-cancellation");
    assertThat(backstage.refunded(order.payment())).isEqualTo(4000);
  }

  @Test
  void a_denial_needs_a_reason_that_the_customer_reads() {
    OrderDraft bought = Backstage.mugsAndLamp("DENY").to("DE", "en", "19").at("PACKED");
    PlacedOrder order = backstage.place(bought);
    String cancellation = backstage.declare(order, 2, 1);
    backstage.awaitState(cancellation, "IN_REVIEW");
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    Clerk lead = new Clerk(backstage, visitor);
    lead.logsIn(Accounts.LEAD);
    lead.opensCancellation(cancellation);

    visitor.presses("deny");
    visitor.sees("reason-error");
    visitor.inspects("agent-review-no-reason");
    visitor.types("reason", "The parcel stands at the ramp.");
    visitor.presses("deny");

    visitor.sees("done");
    assertThat(visitor.element("state")).hasText("Refused");
    backstage
        .world()
        .mailbox()
        .awaitMail(
            bought.email(),
            mail -> mail.text().contains("The parcel stands at the ramp."),
            Backstage.PATIENCE);
    assertThat(backstage.refunded(order.payment())).isZero();
  }

  @Test
  void of_two_who_decide_the_second_is_told_that_it_was_decided() {
    String cancellation = backstage.declare(packed("BOTH"), 2, 1);
    backstage.awaitState(cancellation, "IN_REVIEW");
    Visitor first = visits.arrives(Manner.AT_A_DESK);
    Visitor second = visits.arrives(Manner.AT_A_DESK);
    for (Visitor visitor : List.of(first, second)) {
      Clerk lead = new Clerk(backstage, visitor);
      lead.logsIn(Accounts.LEAD);
      lead.opensCancellation(cancellation);
    }
    first.presses("approve");
    first.sees("done");

    second.types("reason", "No.");
    second.presses("deny");

    assertThat(second.page().locator(".notice.is-problem").first()).isVisible();
    backstage.awaitState(cancellation, "COMPLETED");
  }

  @Test
  void a_work_item_is_taken_on_the_list_given_back_on_its_page_and_taken_over() {
    OrderDraft bought = Backstage.mugsAndLamp("TAKE").to("DE", "en", "19").at("PACKED");
    String cancellation = backstage.declare(backstage.place(bought), 2, 1);
    backstage.awaitState(cancellation, "IN_REVIEW");
    Visitor lena = visits.arrives(Manner.AT_A_DESK);
    new Clerk(backstage, lena).logsIn(Accounts.LEAD);
    lists(lena, bought, "NOBODY");
    assertThat(rows(lena)).hasCount(1);

    lena.page().locator("button[name=take]").click();

    lena.sees("empty");
    assertThat(lena.text("done")).isEqualTo("You have the work item now.");
    assertThat(lena.page().url()).as("the same list").contains("owner=NOBODY");
    lists(lena, bought, "MINE");
    assertThat(rows(lena)).containsText(new String[] {"agent-lena"});
    lena.inspects("agent-list-mine");

    Visitor luis = visits.arrives(Manner.AT_A_DESK.in("de"));
    Clerk colleague = new Clerk(backstage, luis);
    colleague.logsIn(Accounts.COLLEAGUE);
    lists(luis, bought, "MINE");
    luis.sees("empty");
    colleague.opensCancellation(cancellation);
    assertThat(luis.text()).contains("agent-lena");
    luis.page().locator("button[name=take]").click();
    assertThat(luis.text("done")).isEqualTo("Die Aufgabe liegt jetzt bei Ihnen.");
    assertThat(luis.text()).contains("Aufgabe von agent-lena übernommen");
    luis.inspects("agent-work-item-mine-de");

    // She still sees the list on which it was hers.
    lena.page().locator("button[name=giveBack]").click();
    assertThat(lena.page().locator(".notice.is-problem")).containsText("agent-luis has this");

    luis.page().locator("button[name=giveBack]").click();
    assertThat(luis.text("done")).isEqualTo("Die Aufgabe ist wieder frei.");
    lists(lena, bought, "NOBODY");
    assertThat(rows(lena)).hasCount(1);
  }

  private static com.microsoft.playwright.Locator rows(Visitor visitor) {
    return visitor.page().locator("#cancellations tbody tr");
  }

  private static void lists(Visitor visitor, OrderDraft bought, String owner) {
    visitor.page().locator("#nav-work-items").click();
    visitor.types("text", bought.number());
    visitor.element("owner").selectOption(owner);
    visitor.presses("apply");
    assertThat(visitor.element("owner")).hasValue(owner);
  }

  @Test
  void a_clerk_cancels_for_a_customer_who_has_heard_the_amounts() {
    OrderDraft bought = Backstage.mugsAndLamp("PHONE").to("DE", "en", "19");
    PlacedOrder order = backstage.place(bought);
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    Clerk clerk = new Clerk(backstage, visitor);
    clerk.logsIn(Accounts.CLERK);
    clerk.findsOrder(bought.number());
    visitor.inspects("agent-order");
    clerk.quotes(1, 2);
    assertThat(Visitor.plain(visitor.text("total"))).isEqualTo("€6.67");
    visitor.inspects("agent-quotation");
    assertThat(visitor.element("decide")).hasCount(0);
    visitor.presses("agree");
    visitor.sees("told-error");

    visitor.element("told").check();
    visitor.presses("agree");

    visitor.sees("done");
    backstage.awaitState(backstage.cancellation(order), "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(667);
    assertThat(backstage.cancellations(order)).isEqualTo(1);
  }

  @Test
  void a_lead_cancels_because_the_shop_wants_to() {
    OrderDraft bought = Backstage.mugsAndLamp("SHOP").to("DE", "en", "19");
    PlacedOrder order = backstage.place(bought);
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    Clerk lead = new Clerk(backstage, visitor);
    lead.logsIn(Accounts.LEAD);
    lead.findsOrder(bought.number());
    lead.quotes(2, 1);
    visitor.presses("decide");
    visitor.sees("grounds-error");
    visitor.inspects("agent-quotation-no-grounds");

    visitor.types("grounds", "The lamp was recalled.");
    visitor.presses("decide");

    visitor.sees("done");
    backstage.awaitState(backstage.cancellation(order), "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(4000);
    visitor.presses("reload");
    assertThat(visitor.text()).contains("Decision of the shop");
  }

  @Test
  void an_order_that_is_not_there_is_said_to_be_not_there() {
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    new Clerk(backstage, visitor).logsIn(Accounts.CLERK);
    visitor.types("order-text", "NO-SUCH-ORDER");
    visitor.presses("open-order");
    visitor.sees("empty");
    visitor.inspects("agent-order-not-found");
  }

  @Test
  void a_clerk_looks_but_neither_decides_nor_imports() {
    String cancellation = backstage.declare(packed("CLERK"), 2, 1);
    backstage.awaitState(cancellation, "IN_REVIEW");
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    Clerk clerk = new Clerk(backstage, visitor);
    clerk.logsIn(Accounts.CLERK);
    assertThat(visitor.element("nav-import")).hasCount(0);
    visitor.expectsStatus(404);
    assertThat(visitor.open(backstage.page("/agent/import.xhtml"))).isEqualTo(404);

    clerk.opensCancellation(cancellation);

    assertThat(visitor.element("approve")).hasCount(0);
    assertThat(visitor.element("deny")).hasCount(0);
    assertThat(visitor.element("audit")).hasCount(0);
    assertThat(visitor.page().locator("button[name=take]")).hasCount(0);
    visitor.inspects("agent-review-clerk");
    pressesWhatIsNotThere(visitor, "approve");
    backstage.awaitState(cancellation, "IN_REVIEW");
  }

  /** Sends the form of a button that he was not shown, with the state of a form that he was. */
  private static void pressesWhatIsNotThere(Visitor visitor, String button) {
    visitor
        .page()
        .evaluate(
            """
            async button => {
              const form = document.getElementById('take-back-form');
              const data = new URLSearchParams(new FormData(form));
              data.delete('take-back-form');
              data.set(button + '-form', button + '-form');
              data.set(button, 'yes');
              await fetch(form.action, {method: 'POST', body: data});
            }
            """,
            button);
  }

  @Test
  void the_back_office_speaks_german_and_likes_the_dark() {
    String cancellation = backstage.declare(packed("DUNKEL"), 2, 1);
    backstage.awaitState(cancellation, "IN_REVIEW");
    Visitor visitor = visits.arrives(Manner.AT_A_DESK.in("de").inTheDark());
    Clerk lead = new Clerk(backstage, visitor);
    lead.logsIn(Accounts.LEAD);
    assertThat(visitor.page().locator("h1")).hasText("Stornierungen");
    visitor.inspects("agent-list-de");
    lead.opensCancellation(cancellation);
    visitor.inspects("agent-review-de");
  }

  @Test
  void the_back_office_works_without_scripts_and_on_a_phone() {
    PlacedOrder order = packed("PLAIN");
    String cancellation = backstage.declare(order, 2, 1);
    backstage.awaitState(cancellation, "IN_REVIEW");
    Visitor visitor = visits.arrives(Manner.ON_A_PHONE.withoutScripts());
    Clerk lead = new Clerk(backstage, visitor);
    lead.logsIn(Accounts.LEAD);
    visitor.open(backstage.page("/agent/index.xhtml?owner=NOBODY&text=" + order.number()));
    visitor.inspects("agent-list-phone");
    visitor.page().locator("button[name=take]").click();
    visitor.sees("done");
    lead.opensCancellation(cancellation);
    visitor.inspects("agent-work-item-phone");
    visitor.page().locator("button[name=giveBack]").click();
    visitor.sees("done");

    visitor.presses("approve");

    assertThat(visitor.element("state")).not().hasText("In review");
    backstage.awaitState(cancellation, "COMPLETED");
  }

  private PlacedOrder packed(String name) {
    return backstage.place(Backstage.mugsAndLamp(name).to("DE", "en", "19").at("PACKED"));
  }
}
