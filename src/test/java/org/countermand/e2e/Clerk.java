package org.countermand.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.countermand.sandbox.Accounts;

/** An agent at his desk, whatever his role. */
final class Clerk {

  private final Backstage backstage;
  private final Visitor visitor;

  Clerk(Backstage backstage, Visitor visitor) {
    this.backstage = backstage;
    this.visitor = visitor;
  }

  /** Logs in and stands before the list. */
  void logsIn(Accounts.Agent agent) {
    visitor.open(backstage.page("/agent/"));
    tries(agent.name(), agent.password());
    visitor.sees("count");
  }

  void tries(String name, String password) {
    visitor.types("user", name);
    visitor.types("password", password);
    visitor.presses("enter");
  }

  void opensCancellation(String id) {
    visitor.open(backstage.page("/agent/cancellation.xhtml?id=" + id));
    visitor.sees("state");
  }

  /** Finds an order by its number, whatever its channel, from the list. */
  void findsOrder(String number) {
    visitor.open(backstage.page("/agent/index.xhtml"));
    visitor.types("order-text", number);
    visitor.presses("open-order");
    assertThat(visitor.page().locator("h1")).containsText(number);
  }

  /** Chooses units of the n-th line, from 1, and has the amounts worked out. */
  void quotes(int position, int units) {
    visitor.page().locator("input.quantity").nth(position - 1).fill(Integer.toString(units));
    visitor.presses("quote");
    visitor.sees("amounts");
  }
}
