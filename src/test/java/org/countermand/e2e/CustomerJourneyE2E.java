package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.countermand.sandbox.mailbox.Mail;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first page to the money, as buyers go it. */
@InABrowser
class CustomerJourneyE2E {

  @RegisterExtension final Visits visits = new Visits();

  private final Backstage backstage = new Backstage();

  @ParameterizedTest(name = "with scripts: {0}")
  @ValueSource(booleans = {true, false})
  void a_buyer_cancels_a_part_and_then_the_rest_and_gets_back_every_cent(boolean scripts) {
    OrderDraft bought = Backstage.mugsAndLamp("JOURNEY").to("DE", "en", "19");
    PlacedOrder order = backstage.place(bought);
    Visitor visitor =
        visits.arrives(scripts ? Manner.ON_A_PHONE : Manner.AT_A_DESK.withoutScripts());
    Buyer buyer = new Buyer(backstage, visitor, bought);
    String suffix = scripts ? "" : "-without-scripts";

    visitor.open(backstage.page("/"));
    visitor.seesHeading("Cancel an order");
    visitor.inspects("find" + suffix);
    buyer.names(bought.number(), bought.email());
    visitor.seesHeading("Enter the code from our e-mail");
    visitor.inspects("code" + suffix);
    buyer.answers();
    visitor.seesHeading("What do you want to cancel?");
    visitor.inspects("order" + suffix);

    buyer.chooses("MUG-1", 1);
    buyer.asksForAmounts();
    visitor.inspects("quotation" + suffix);
    assertThat(visitor.text())
        .contains("Goods 1 × Mug €3.34")
        .contains("Total €3.34")
        .contains("€0.53")
        .contains("Paid back to Visa •••• 4242");
    buyer.agrees();
    buyer.confirms();
    String first = buyer.idInAddress();
    assertThat(visitor.text()).contains("We have your request").contains("1 × Mug");
    backstage.awaitState(first, "COMPLETED");
    becomesDone(visitor, scripts);
    visitor.inspects("status-done" + suffix);
    assertThat(visitor.text()).contains("€3.34");
    assertThat(backstage.refunded(order.payment())).isEqualTo(334);
    assertThat(finalLetter(bought, "€3.34").subject()).contains("is complete");

    visitor.presses("again:toOrder");
    visitor.sees("order");
    assertThat(visitor.text()).contains("1 already cancelled");
    visitor.inspects("order-partly-cancelled" + suffix);
    visitor.presses("order:everything");
    assertThat(buyer.unitsOf("MUG-1")).hasValue("2");
    assertThat(buyer.unitsOf("LAMP-1")).hasValue("1");
    buyer.asksForAmounts();
    assertThat(visitor.text()).contains("Delivery €4.90").contains("Total €51.57");
    buyer.agrees();
    buyer.confirms();
    backstage.awaitState(buyer.idInAddress(), "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(bought.total()).isEqualTo(5491);
    finalLetter(bought, "€51.57");
    visitor.open(backstage.page("/customer/order.xhtml"));
    assertThat(visitor.text()).contains("Nothing of this order can be cancelled any more");
    visitor.inspects("order-cancelled" + suffix);
  }

  /** With scripts the page renews itself; without, its reader does not wait for the refresh. */
  private static void becomesDone(Visitor visitor, boolean scripts) {
    if (!scripts) {
      visitor.presses("again:reload");
    }
    visitor.seesHeading("Your cancellation is complete");
    assertThat(visitor.element("state")).hasText("Money on its way");
  }

  private Mail finalLetter(OrderDraft bought, String amount) {
    return backstage
        .world()
        .mailbox()
        .awaitMail(
            bought.email(),
            mail ->
                mail.subject().contains("is complete")
                    && Visitor.plain(mail.text()).contains(amount),
            Backstage.PATIENCE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de|Eine Bestellung stornieren|Geben Sie den Code aus unserer E-Mail ein|Was möchten Sie stornieren?|Prüfen und bestätigen|Stornieren und 3,34 € zurückbekommen|Ihre Stornierung ist abgeschlossen
          fr|Annuler une commande|Saisissez le code reçu par e-mail|Que souhaitez-vous annuler ?|Vérifier et confirmer|Annuler et récupérer 3,34 €|Votre annulation est terminée
          """)
  void every_page_speaks_the_language_of_its_reader(
      String language,
      String find,
      String code,
      String choose,
      String quotation,
      String button,
      String done) {
    OrderDraft bought = Backstage.mugsAndLamp("SPEAKS").to("DE", language, "19");
    backstage.place(bought);
    Visitor visitor = visits.arrives(Manner.AT_A_DESK.in(language).inTheDark());
    Buyer buyer = new Buyer(backstage, visitor, bought);

    visitor.open(backstage.page("/"));
    seesHeading(visitor, find);
    visitor.inspects("find-" + language);
    buyer.names(bought.number(), bought.email());
    seesHeading(visitor, code);
    visitor.inspects("code-" + language);
    buyer.answers();
    seesHeading(visitor, choose);
    visitor.inspects("order-" + language);
    buyer.chooses("MUG-1", 1);
    buyer.asksForAmounts();
    seesHeading(visitor, quotation);
    visitor.inspects("quotation-" + language);
    assertThat(Visitor.plain(visitor.element("quotation:submit").inputValue())).isEqualTo(button);
    buyer.agrees();
    buyer.confirms();
    backstage.awaitState(buyer.idInAddress(), "COMPLETED");
    visitor.presses("again:reload");
    seesHeading(visitor, done);
    visitor.inspects("status-" + language);
  }

  private static void seesHeading(Visitor visitor, String text) {
    assertThat(Visitor.plain(visitor.page().locator("h1").innerText())).isEqualTo(text);
  }

  @Test
  void the_language_that_is_chosen_stays_chosen() {
    Visitor visitor = visits.arrives(Manner.ON_A_PHONE);
    visitor.open(backstage.page("/"));
    visitor.page().locator("a[hreflang=fr]").click();
    visitor.seesHeading("Annuler une commande");
    visitor.open(backstage.page("/customer/find.xhtml"));
    visitor.seesHeading("Annuler une commande");
  }

  @Test
  void the_keyboard_alone_is_enough() {
    OrderDraft bought = Backstage.mugsAndLamp("KEYS").to("DE", "en", "19");
    PlacedOrder order = backstage.place(bought);
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    Buyer buyer = new Buyer(backstage, visitor, bought);
    Keyboard keys = new Keyboard(visitor.page());

    visitor.open(backstage.page("/"));
    keys.tabsTo("find:number");
    keys.types(bought.number());
    keys.tabsTo("find:email");
    keys.types(bought.email());
    keys.pressesEnter();
    visitor.sees("code:submit");
    keys.tabsTo("code:code");
    keys.types(backstage.code(bought.email(), buyer.idInAddress()));
    keys.pressesEnter();
    visitor.sees("order");
    keys.tabsTo("order:everything");
    keys.pressesSpace();
    assertThat(buyer.unitsOf("MUG-1")).hasValue("3");
    keys.tabsTo("order:submit");
    keys.pressesEnter();
    visitor.sees("quotation");
    keys.tabsTo("quotation:agree");
    keys.pressesSpace();
    keys.tabsTo("quotation:submit");
    keys.pressesSpace();
    visitor.sees("state");

    backstage.awaitState(buyer.idInAddress(), "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(bought.total());
  }

  @Test
  void the_signed_link_of_a_letter_opens_the_order() {
    OrderDraft bought = Backstage.mugsAndLamp("LINK").to("DE", "en", "19");
    backstage.declare(backstage.place(bought), 1, 1);
    Visitor visitor = visits.arrives(Manner.ON_A_PHONE.inTheDark());

    new Buyer(backstage, visitor, bought).comesInByLink();

    assertThat(visitor.text()).contains(bought.number());
    assertThat(visitor.page().url())
        .as("the address no longer holds the token")
        .doesNotContain("t=");
    visitor.inspects("order-by-link");
  }

  @Test
  void a_journey_goes_on_at_another_node() {
    OrderDraft bought = Backstage.mugsAndLamp("NODES").to("DE", "en", "19");
    PlacedOrder order = backstage.place(bought);
    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    Buyer buyer = new Buyer(backstage, visitor, bought);
    buyer.comesIn();
    // Cookies know hosts, not ports: for the browser both nodes are the same site.
    visitor.open(backstage.world().nodes().get(1).uri().resolve("/customer/order.xhtml"));

    String cancellation = buyer.cancels("LAMP-1", 1);

    backstage.awaitState(cancellation, "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(4000);
  }
}
