package org.countermand.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countermand.sandbox.Accounts.Agent;
import org.countermand.sandbox.Accounts.Partner;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.demo.Demonstration;
import org.countermand.sandbox.demo.Demonstration.Sample;
import org.countermand.sandbox.node.Node;

/** What somebody needs to know who has just started a sandbox. */
final class Overview {

  private static final String MISHAPS =
      """


      How things fail (each command is for the next cancellation):
        # the answer to the next refund is lost after the money has moved
        curl -d '{"match":{"method":"POST","pathPattern":"^/v1/refunds$"},"action":{"type":"cutAfterWork","silent":false}}' %1$s/control/faults
        # the payment server is broken for ten calls
        curl -d '{"times":10,"action":{"type":"status","code":500,"storeUnderKey":false}}' %1$s/control/faults
        # refunds fail at the buyer's bank, so he names an account; "succeeded" ends it
        curl -d '{"status":"failed"}' %1$s/control/refund-outcome
        # the goods of an order have left ("partial": some of them; "never": no answer; "ack" ends it)
        curl -d '{"order":"L-1001","answer":"nack"}' %2$s/control/behaviour
        # the bank does not carry out the next transfers; "ACSC" ends it
        curl -d '{"status":"RJCT","reason":"AC04"}' %3$s/control/outcome
        # no more mishaps
        curl -X DELETE %1$s/control/faults
      """;

  private final List<String> lines = new ArrayList<>();

  private Overview() {}

  /** The text, of several lines. */
  static String of(World world) {
    Overview overview = new Overview();
    overview.addresses(world);
    overview.people();
    overview.samples();
    Settings settings = world.settings();
    return String.join(System.lineSeparator(), overview.lines)
        + MISHAPS.formatted(settings.payment(), settings.warehouse(), settings.bank());
  }

  private void addresses(World world) {
    Settings settings = world.settings();
    heading("Addresses");
    row("Customer portal", settings.portal());
    row("Agents' desk", settings.portal().resolve("agent/"));
    row("API", settings.portal().resolve("api/v1/"));
    for (Node node : world.nodes().subList(1, world.nodes().size())) {
      row("Another node", node.uri());
    }
    row("Mailbox", world.mailbox().page() + " (SMTP " + world.mailbox().smtpPort() + ")");
    row("Payment server", settings.payment());
    row("A simpler one", settings.plain() + "/ledger (gateway “plain”)");
    row("Warehouse", settings.warehouse());
    row("Bank", settings.bank());
    row("Database", world.database().jdbcUrl());
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(Locale.ROOT);
      row("  as " + name, role.user() + " / " + role.password());
    }
    row("Data and logs", settings.folder());
  }

  private void people() {
    heading("Log-ins at the agents' desk");
    for (Agent agent :
        List.of(Accounts.LEAD, Accounts.COLLEAGUE, Accounts.CLERK, Accounts.FINANCE)) {
      row(agent.role(), agent.name() + " / " + agent.password());
    }
    heading("Keys for the API (Authorization: Bearer …)");
    for (Partner partner : List.of(Accounts.LINDEN, Accounts.RETAIL)) {
      row("shop " + partner.shop(), partner.key());
    }
  }

  private void samples() {
    heading("Orders to try with (the code comes to the mailbox)");
    for (Sample sample : Demonstration.samples()) {
      row(sample.number(), "%-28s %s".formatted(sample.email(), sample.what()));
    }
  }

  private void heading(String text) {
    lines.add("");
    lines.add(text + ":");
  }

  private void row(String name, Object value) {
    lines.add("  %-16s %s".formatted(name, value));
  }
}
