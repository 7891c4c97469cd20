package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money that is uncertain, as finance sees it, and a refund on its way, as its buyer sees it. */
@InABrowser
class OfficeMoneyE2E {

  @RegisterExtension final Visits visits = new Visits();

  private final Backstage backstage = new Backstage();
  private final JsonClient gateway =
      new JsonClient(backstage.world().settings().payment(), Settings.STRIPE_KEY);

  @BeforeEach
  void nobodyHasLoggedInTooOften() {
    backstage.forgetTries();
  }

  @Test
  void what_is_uncertain_is_listed_with_the_safe_next_step() {
    PlacedOrder failing = backstage.place(Backstage.mugsAndLamp("MONEY-FAIL"));
    outcome(failing, "failed", "");
    PlacedOrder pending = backstage.place(Backstage.mugsAndLamp("MONEY-FUNDS"));
    outcome(pending, "pending", "insufficient_funds");
    PlacedOrder orphaned = backstage.place(Backstage.mugsAndLamp("MONEY-ORPHAN"));
    String failed = cancelled(failing);
    String waiting = cancelled(pending);
    send(
        "/v1/refunds",
        "payment_intent=%s&amount=100&metadata[countermand_part]=%s"
            .formatted(orphaned.payment(), UUID.randomUUID()));
    until(
        "SELECT count(*) FROM reconciliation_difference d JOIN tender t ON t.reference = d.payment"
            + " WHERE t.order_id = CAST(? AS uuid) AND d.resolved_at IS NULL",
        orphaned.id());
    until(
        "SELECT count(*) FROM work_item WHERE cancellation_id = CAST(? AS uuid)"
            + " AND reason = 'FUNDS_MISSING'",
        waiting);

    Visitor visitor = visits.arrives(Manner.AT_A_DESK);
    new Clerk(backstage, visitor).logsIn(Accounts.LEAD);
    visitor.presses("nav-money");
    assertThat(visitor.element("rows-FAILED")).isVisible();
    assertThat(visitor.element("rows-PENDING")).containsText("Balance too low");
    assertThat(visitor.element("rows-ORPHAN")).isVisible();
    visitor.inspects("agent-money");

    finds(visitor, "ORPHAN", orphaned);
    finds(visitor, "PENDING", pending);
    visitor
        .page()
        .locator("button[aria-label='Ask the payment service about " + pending.number() + " now']")
        .click();
    assertThat(visitor.element("done")).containsText("is being asked");
    visitor.inspects("agent-money-asked");
    visitor.open(backstage.page("/agent/cancellation.xhtml?id=" + waiting));
    assertThat(visitor.page().locator(".pending-reason")).hasText("Balance too low");
    assertThat(visitor.text()).contains("Tell treasury");
    visitor.inspects("agent-detail-pending");

    for (String language : new String[] {"de", "fr"}) {
      Visitor phone = visits.arrives(Manner.ON_A_PHONE.withoutScripts().in(language));
      new Clerk(backstage, phone).logsIn(Accounts.LEAD);
      phone.open(backstage.page("/agent/money.xhtml"));
      assertThat(phone.element("rows-FAILED")).isVisible();
      phone.inspects("agent-money-" + language);
    }
    finds(visitor, "FAILED", failing);
    assertThat(visitor.element("rows-PENDING")).hasCount(0);
    visitor.inspects("agent-money-failed");
    visitor.page().locator("#rows-FAILED a[href$='" + failed + "']").last().click();
    assertThat(visitor.page().locator("h1")).containsText("C-");
  }

  @Test
  void a_buyer_sees_where_his_money_is_and_the_number_that_his_bank_can_look_for() {
    for (String language : new String[] {"en", "de", "fr"}) {
      var draft = Backstage.mugsAndLamp("MONEY-BANK").to("DE", language, "19").confirmed();
      PlacedOrder order = backstage.place(draft);
      outcome(order, "pending", "processing");
      String cancellation = cancelled(order);
      Visitor buyer = visits.arrives(Manner.ON_A_PHONE.withoutScripts().in(language));
      buyer.open(backstage.orderLink(draft.email()));
      buyer.sees("order");
      String status = "/customer/status.xhtml?id=" + cancellation;
      buyer.open(backstage.page(status));
      assertThat(buyer.page().locator("#parts .chip").first())
          .hasText(
              switch (language) {
                case "de" -> "Bei der Bank";
                case "fr" -> "À la banque";
                default -> "At the bank";
              });

      String refund =
          backstage.query(
              "SELECT reference FROM refund_part WHERE cancellation_id = CAST(? AS uuid)",
              cancellation);
      send("/control/refunds/" + refund, "{\"status\":\"succeeded\"}");
      until(
          "SELECT count(*) FROM refund_part WHERE cancellation_id = CAST(? AS uuid)"
              + " AND network_reference <> ''",
          cancellation);

      buyer.open(backstage.page(status));
      assertThat(Visitor.plain(buyer.page().locator(".part-reference").innerText()))
          .matches(
              switch (language) {
                case "de" -> "Referenznummer für Ihre Bank: \\d{23}";
                case "fr" -> "Numéro de référence pour votre banque : \\d{23}";
                default -> "Reference number for your bank: \\d{23}";
              });
      buyer.inspects("status-bank-reference-" + language);
    }
  }

  /** Turns the pages of one kind, of which other tests leave some too, until an order is there. */
  private void finds(Visitor visitor, String kind, PlacedOrder order) {
    visitor.open(backstage.page("/agent/money.xhtml?kind=" + kind));
    Locator further = visitor.page().locator("nav.pagination a");
    while (!visitor.element("rows-" + kind).innerText().contains(order.number())) {
      assertThat(further).isVisible();
      further.click();
    }
  }

  private String cancelled(PlacedOrder order) {
    String cancellation = backstage.declare(order, 2, 1);
    backstage.awaitState(cancellation, "COMPLETED");
    return cancellation;
  }

  private void outcome(PlacedOrder order, String status, String pendingReason) {
    send(
        "/control/refund-outcome",
        "{\"status\":\"%s\",\"forPaymentIntent\":\"%s\",\"pendingReason\":\"%s\"}"
            .formatted(status, order.payment(), pendingReason));
  }

  private void until(String sql, String id) {
    long end = System.nanoTime() + Backstage.PATIENCE.toNanos();
    while (backstage.number(sql, id) == 0) {
      assertThat(System.nanoTime()).as(sql).isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private void send(String path, String body) {
    try {
      gateway.post(path, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
