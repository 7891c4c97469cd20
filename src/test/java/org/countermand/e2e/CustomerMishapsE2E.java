package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do besides: press twice, go back, open tabs, wait too long, mistype. */
@InABrowser
class CustomerMishapsE2E {

  @RegisterExtension final Visits visits = new Visits();

  private final Backstage backstage = new Backstage();
  private final OrderDraft bought = Backstage.mugsAndLamp("MISHAP").to("DE", "en", "19");
  private PlacedOrder order;
  private Visitor visitor;
  private Buyer buyer;

  @BeforeEach
  void somebodyHasBought() {
    order = backstage.place(bought);
    visitor = visits.arrives(Manner.AT_A_DESK);
    buyer = new Buyer(backstage, visitor, bought);
  }

  @Test
  void a_double_click_cancels_once() {
    offered("LAMP-1", 1);
    buyer.agrees();

    visitor.element("quotation:submit").dblclick();
    visitor.sees("state");

    cancelledOnce(4000);
  }

  @Test
  void a_form_that_is_sent_five_times_at_once_cancels_once() {
    offered("LAMP-1", 1);
    buyer.agrees();

    visitor
        .page()
        .evaluate(
            """
            async () => {
              const form = document.getElementById('quotation');
              const send = () => {
                const data = new URLSearchParams(new FormData(form));
                data.set('quotation:submit', 'yes');
                return fetch(form.action, {method: 'POST', body: data});
              };
              await Promise.all([send(), send(), send(), send(), send()]);
            }
            """);

    cancelledOnce(4000);
  }

  @Test
  void the_back_button_and_a_second_try_cancel_nothing_twice() {
    offered("LAMP-1", 1);
    buyer.agrees();
    buyer.confirms();
    String cancellation = buyer.idInAddress();

    visitor.page().goBack();
    visitor.page().waitForLoadState();
    if (visitor.element("quotation:submit").count() > 0) {
      buyer.agrees();
      visitor.presses("quotation:submit");
      visitor.page().waitForLoadState();
    }

    assertThat(backstage.cancellation(order)).isEqualTo(cancellation);
    cancelledOnce(4000);
  }

  @Test
  void two_tabs_with_the_same_offer_lead_to_the_same_cancellation() {
    offered("LAMP-1", 1);
    String offer = visitor.page().url();
    Page first = visitor.openTab();
    visitor.open(offer);
    buyer.agrees();
    buyer.confirms();
    String cancellation = buyer.idInAddress();

    visitor.turnTo(first);
    buyer.agrees();
    buyer.confirms();

    assertThat(buyer.idInAddress()).isEqualTo(cancellation);
    cancelledOnce(4000);
  }

  @Test
  void an_offer_for_units_that_are_gone_is_refused_and_says_why() {
    offered("MUG-1", 3);
    backstage.awaitState(backstage.declare(order, 1, 2), "COMPLETED");
    buyer.agrees();

    visitor.presses("quotation:submit");
    visitor.sees("notice");

    assertThat(visitor.text("notice")).contains("The order has changed since the offer was made");
    visitor.inspects("order-offer-stale");
    cancelledOnce(667);
  }

  @Test
  void an_offer_that_is_too_old_is_refused_and_says_why() {
    offered("MUG-1", 1);
    String old = backstage.anHourEarlier(buyer.idInAddress());
    buyer.agrees();
    visitor
        .page()
        .evaluate(
            """
            ([id, digest]) => {
              const form = document.getElementById('quotation');
              form.action = form.action.replace(/q=[^&]*/, 'q=' + id);
              form.elements['quotation'].value = id;
              form.elements['digest'].value = digest;
            }
            """,
            List.of(
                old,
                backstage.query("SELECT digest FROM quotation WHERE id = CAST(? AS uuid)", old)));

    visitor.presses("quotation:submit");

    assertThat(visitor.page().locator(".notice-title")).hasText("The offer has expired");
    assertThat(visitor.element("quotation:submit")).hasCount(0);
    visitor.inspects("quotation-expired");
    assertThat(backstage.cancellations(order)).isZero();
  }

  @Test
  void without_the_tick_nothing_is_cancelled() {
    offered("MUG-1", 1);

    visitor.presses("quotation:submit");
    visitor.sees("problems");

    assertThat(visitor.text("problems")).contains("Please agree first");
    assertThat(visitor.element("problems")).isFocused();
    visitor.inspects("quotation-not-agreed");
    assertThat(backstage.cancellations(order)).isZero();
  }

  @Test
  void forms_say_what_is_missing_beside_the_field() {
    visitor.open(backstage.page("/"));
    visitor.presses("find:submit");
    visitor.sees("problems");
    assertThat(visitor.text("find:number-error")).contains("Please enter the order number");
    visitor.inspects("find-incomplete");

    buyer.comesIn();
    visitor.presses("order:submit");
    visitor.sees("problems");
    assertThat(visitor.text("problems")).contains("Please choose at least one item");
    visitor.inspects("order-nothing-chosen");
  }

  @Test
  void five_wrong_codes_spoil_the_right_one() {
    buyer.asksForCode();
    String right = backstage.code(bought.email(), buyer.idInAddress());
    for (int i = 0; i < 5; i++) {
      buyer.answers(otherThan(right, i));
      assertThat(visitor.text("problems")).contains("This code is not right or no longer valid");
    }
    visitor.inspects("code-wrong");

    buyer.answers(right);

    assertThat(visitor.text("problems")).contains("This code is not right or no longer valid");
    assertThat(visitor.open(backstage.page("/customer/order.xhtml"))).isEqualTo(200);
    visitor.sees("find:submit");
  }

  @Test
  void a_code_is_worth_nothing_after_its_time() {
    buyer.asksForCode();
    String right = backstage.code(bought.email(), buyer.idInAddress());
    backstage.expireChallenge(buyer.idInAddress());

    buyer.answers(right);

    assertThat(visitor.text("problems")).contains("This code is not right or no longer valid");
  }

  @Test
  void a_code_opens_once() {
    buyer.asksForCode();
    String page = visitor.page().url();
    String right = backstage.code(bought.email(), buyer.idInAddress());
    buyer.answers(right);
    visitor.sees("order");

    Visitor second = visits.arrives(Manner.ON_A_PHONE);
    second.open(page);
    new Buyer(backstage, second, bought).answers(right);

    assertThat(second.text("problems")).contains("This code is not right or no longer valid");
  }

  @Test
  void an_order_that_does_not_exist_is_asked_for_its_code_like_any_other() {
    buyer.asksForCode();
    String known = visitor.text();
    Visitor stranger = visits.arrives(Manner.AT_A_DESK);
    stranger.open(backstage.page("/"));
    String nobody = "nobody-" + bought.email();

    new Buyer(backstage, stranger, bought).names("NO-SUCH-ORDER", nobody);

    assertThat(stranger.text()).isEqualTo(known);
    // The letter that was asked for first has come, and so would have the other.
    backstage.code(bought.email(), buyer.idInAddress());
    assertThat(backstage.world().mailbox().to(nobody)).isEmpty();
  }

  @Test
  void a_request_that_waits_for_a_person_can_be_taken_back() {
    OrderDraft packed = Backstage.mugsAndLamp("PACKED").to("DE", "en", "19").at("PACKED");
    PlacedOrder waiting = backstage.place(packed);
    Buyer other = new Buyer(backstage, visitor, packed);
    other.comesIn();
    assertThat(visitor.text()).contains("A member of our team decides");
    visitor.inspects("order-packed");
    String cancellation = other.cancels("LAMP-1", 1);
    assertThat(visitor.element("state")).hasText("Being checked");
    visitor.inspects("status-in-review");

    visitor.presses("again:takeBack");

    assertThat(visitor.element("state")).hasText("Taken back");
    visitor.inspects("status-taken-back");
    backstage.awaitState(cancellation, "WITHDRAWN");
    assertThat(backstage.refunded(waiting.payment())).isZero();
  }

  @Test
  void a_page_that_does_not_exist_leads_on() {
    visitor.expectsStatus(404);
    assertThat(visitor.open(backstage.page("/customer/nothing.xhtml"))).isEqualTo(404);
    visitor.inspects("error-404");
  }

  private void offered(String sku, int units) {
    buyer.comesIn();
    buyer.chooses(sku, units);
    buyer.asksForAmounts();
  }

  private void cancelledOnce(long amount) {
    assertThat(backstage.cancellations(order)).isEqualTo(1);
    backstage.awaitState(backstage.cancellation(order), "COMPLETED");
    assertThat(backstage.refunded(order.payment())).isEqualTo(amount);
  }

  private static String otherThan(String right, int attempt) {
    int number = Integer.parseInt(right.replaceAll("\\s", ""));
    return "%06d".formatted((number + 1 + attempt) % 1_000_000);
  }
}
