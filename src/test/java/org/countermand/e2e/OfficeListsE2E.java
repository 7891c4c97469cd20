package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lists of the office, as an agent filters, sorts and turns them over. */
@InABrowser
class OfficeListsE2E {

  @RegisterExtension final Visits visits = new Visits();

  private final Backstage backstage = new Backstage();

  @BeforeEach
  void nobodyHasLoggedInTooOften() {
    backstage.forgetTries();
  }

  @Test
  void cancellations_are_filtered_sorted_and_turned_over_by_keyboard() {
    OrderDraft many = Backstage.order("LIST").to("DE", "en", "19").line("PEN-1", "Pen", 30, 3000);
    PlacedOrder order = backstage.place(many);
    for (int i = 0; i < 27; i++) {
      backstage.declare(order, 1, 1);
    }
    Visitor visitor = comes(Manner.AT_A_DESK);
    Keyboard keyboard = new Keyboard(visitor.page());
    visitor.inspects("lists-cancellations");

    keyboard.tabsTo("text");
    keyboard.types(many.number());
    keyboard.pressesEnter();
    assertThat(visitor.element("count")).hasText("25 on this page, there are more");
    assertThat(rows(visitor, "cancellations")).hasCount(25);
    keyboard.tabsTo("next");
    keyboard.pressesEnter();
    assertThat(rows(visitor, "cancellations")).hasCount(2);
    visitor.inspects("lists-cancellations-second-page");
    String bookmark = visitor.page().url();

    visitor.presses("previous");
    assertThat(rows(visitor, "cancellations")).hasCount(25);
    assertThat(visitor.element("previous")).hasCount(0);
    visitor.presses("sort-amount");
    assertThat(visitor.page().locator("th[aria-sort=descending]")).containsText("Amount");
    visitor.presses("sort-amount");
    assertThat(visitor.page().locator("th[aria-sort=ascending]")).containsText("Amount");
    assertThat(visitor.element("next")).hasText("Larger amounts");

    visitor.open(bookmark);
    assertThat(rows(visitor, "cancellations")).hasCount(2);
    assertThat(visitor.element("text")).hasValue(many.number());
  }

  @Test
  void further_filters_are_opened_where_they_are_wanted_and_stay_open() {
    Visitor visitor = comes(Manner.ON_A_PHONE.withoutScripts());

    visitor.presses("more");
    visitor.element("state").selectOption("EXPIRED");
    visitor.presses("apply");

    visitor.sees("empty");
    visitor.sees("state");
    visitor.inspects("lists-cancellations-filtered");
    visitor.presses("reset");
    assertThat(visitor.element("state")).isHidden();
  }

  @Test
  void an_order_is_found_by_number_mail_or_name_in_any_channel() {
    OrderDraft wanted = Backstage.mugsAndLamp("FIND").to("DE", "en", "19");
    backstage.place(wanted);
    Visitor visitor = comes(Manner.ON_A_PHONE);

    for (String text : new String[] {wanted.number(), wanted.email()}) {
      visitor.open(backstage.page("/agent/index.xhtml"));
      visitor.types("order-text", text);
      visitor.presses("open-order");
      assertThat(visitor.page().locator("h1")).containsText(wanted.number());
    }

    backstage.place(Backstage.mugsAndLamp("FIND").to("DE", "en", "19"));
    visitor.open(backstage.page("/agent/index.xhtml"));
    visitor.types("order-text", "Ana Muster");
    visitor.presses("open-order");
    assertThat(visitor.page().locator("h1")).hasText("Orders");
    assertThat(rows(visitor, "orders").first()).containsText("Ana Muster");
    visitor.inspects("lists-orders");
  }

  @Test
  void orders_are_filtered_by_channel_stage_and_day_and_lead_on() {
    OrderDraft packed = Backstage.mugsAndLamp("STAGE").to("DE", "en", "19").at("PACKED");
    backstage.place(packed);
    Visitor visitor = comes(Manner.AT_A_DESK.in("fr").inTheDark());
    visitor.presses("nav-orders");
    visitor.types("text", packed.number());
    visitor.presses("more");
    visitor.element("channel").selectOption("linden/web");
    visitor.element("stage").selectOption("DELIVERED");
    visitor.presses("apply");
    visitor.sees("empty");
    visitor.element("stage").selectOption("PACKED");
    visitor.presses("apply");

    assertThat(rows(visitor, "orders")).hasCount(1);
    visitor.inspects("lists-orders-filtered");
    rows(visitor, "orders").locator("a").click();
    assertThat(visitor.page().locator("h1")).containsText(packed.number());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text  | %%%                         | text-error
          text  | ' OR 1=1; DROP TABLE buyer--| empty
          text  | <script>alert(1)</script>   | empty
          state | GONE                        | state-error
          stage | GONE                        | stage-error
          channel | elsewhere                 | channel-error
          from  | yesterday                   | from-error
          to    | 1999-99-99                  | to-error
          sort  | 1; DROP TABLE buyer         | sort-error
          at    | bm9uc2Vuc2U                 | at-error
          """,
      quoteCharacter = '"')
  void what_an_address_says_wrongly_is_told_in_a_sentence(String name, String value, String seen) {
    Visitor visitor = comes(Manner.AT_A_DESK.in("de"));
    String list = name.equals("stage") ? "orders" : "index";

    int status =
        visitor.open(
            backstage.page(
                "/agent/"
                    + list
                    + ".xhtml?"
                    + name
                    + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8)));

    assertThat(status).isEqualTo(200);
    visitor.sees(seen);
    visitor.inspects("lists-wrong-" + name);
  }

  @Test
  void a_last_day_before_the_first_is_told_beside_it() {
    Visitor visitor = comes(Manner.AT_A_DESK);

    visitor.open(backstage.page("/agent/orders.xhtml?from=2026-03-02&to=2026-03-01"));

    assertThat(visitor.element("to-error")).hasText("The last day lies before the first.");
    visitor.inspects("lists-wrong-period");
  }

  private Visitor comes(Manner manner) {
    Visitor visitor = visits.arrives(manner);
    new Clerk(backstage, visitor).logsIn(Accounts.CLERK);
    return visitor;
  }

  private static Locator rows(Visitor visitor, String table) {
    return visitor.page().locator("#" + table + " tbody tr");
  }
}
