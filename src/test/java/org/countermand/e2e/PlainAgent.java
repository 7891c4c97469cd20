package org.countermand.e2e;

import java.net.URI;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.node.Node;

/** An agent without a browser, who sits at one node. */
final class PlainAgent {

  private final PlainClient client = new PlainClient();
  private final Node node;

  PlainAgent(Node node) {
    this.node = node;
  }

  PlainAgent logsIn(Accounts.Agent agent) {
    Answer entered =
        post(
            follow("/agent/")
                .formWith("enter")
                .with("user", agent.name())
                .with("password", agent.password())
                .pressed("enter"));
    if (entered.location().isEmpty()) {
      throw new AssertionError("Not logged in: " + entered.body());
    }
    return this;
  }

  PlainClient client() {
    return client;
  }

  Answer get(String page) {
    return client.get(page(page));
  }

  Answer follow(String page) {
    return client.follow(page(page));
  }

  Answer post(Answer.Form form) {
    return client.post(form);
  }

  private URI page(String path) {
    return node.uri().resolve(path);
  }
}
