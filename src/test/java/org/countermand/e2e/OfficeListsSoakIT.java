package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.WorldPorts;
import org.countermand.sandbox.database.ManyOrders;
import org.countermand.sandbox.database.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of the office on 200,000 orders, from the request to the last byte of the page. */
@Tag("soak")
class OfficeListsSoakIT {

  private static final int ORDERS = 200_000;
  private static final int CANCELLATIONS = 60_000;
  private static final int WARM_UP = 100;
  private static final int REQUESTS = 200;
  private static final Duration LONGEST = Duration.ofMillis(150);

  private static final List<String> TEXTS =
      List.of("", "", "Quennell", "Keller", "example", "N-12", "buyer1234@example.org", "no such");

  private static final List<String> CANCELLATION_FILTERS =
      List.of(
          "",
          "&state=REROUTED",
          "&state=COMPLETED&channel=linden%2Fmarket",
          "&person=1",
          "&from=2024-06-01&to=2024-06-30",
          "&sort=AMOUNT",
          "&sort=AMOUNT&way=asc&state=REFUSED",
          "&sort=UPDATED&channel=retail");

  private static final List<String> ORDER_FILTERS =
      List.of(
          "",
          "&stage=PICKING",
          "&stage=DELIVERED&channel=linden%2Fmarket",
          "&channel=tiny",
          "&from=2024-06-01&to=2024-06-30",
          "&sort=TOTAL",
          "&sort=TOTAL&way=asc&channel=retail",
          "&way=asc");

  @Test
  void nineteen_of_twenty_pages_are_there_before_anybody_waits(@TempDir Path folder)
      throws Exception {
    Settings settings = new Settings(folder, true, WorldPorts.free(1), List.of());
    try (World world = World.start(settings)) {
      try (Connection owner = world.database().connect(Role.OWNER)) {
        ManyOrders.write(owner, ORDERS, CANCELLATIONS);
      }
      PlainClient agent = login(settings.portal());
      Random random = new Random(4);
      for (int i = 0; i < WARM_UP; i++) {
        ask(agent, settings.portal(), random);
      }
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        times.add(ask(agent, settings.portal(), random));
      }
      Collections.sort(times);
      Duration p95 = Duration.ofNanos(times.get(REQUESTS * 95 / 100 - 1));
      System.out.printf(
          "office lists: %d orders, %d cancellations, %d requests: median %d ms, p95 %d ms, longest"
              + " %d ms%n",
          ORDERS,
          CANCELLATIONS,
          REQUESTS,
          times.get(REQUESTS / 2) / 1_000_000,
          p95.toMillis(),
          times.get(REQUESTS - 1) / 1_000_000);
      assertThat(p95).isLessThan(LONGEST);
    }
  }

  private static PlainClient login(URI portal) {
    PlainClient agent = new PlainClient();
    Answer page = agent.follow(portal.resolve("/agent/index.xhtml"));
    agent.post(
        page.formWith("password")
            .with("user", Accounts.CLERK.name())
            .with("password", Accounts.CLERK.password())
            .pressed("enter"));
    return agent;
  }

  /** A page of one of the lists. */
  private static long ask(PlainClient agent, URI portal, Random random) {
    boolean orders = random.nextBoolean();
    List<String> filters = orders ? ORDER_FILTERS : CANCELLATION_FILTERS;
    String address =
        "/agent/%s.xhtml?text=%s%s"
            .formatted(
                orders ? "orders" : "index",
                URLEncoder.encode(TEXTS.get(random.nextInt(TEXTS.size())), StandardCharsets.UTF_8),
                filters.get(random.nextInt(filters.size())));
    Answer answer = agent.get(portal.resolve(address));
    assertThat(answer.status()).as(address).isEqualTo(200);
    assertThat(answer.body()).as(address).contains("id=\"filter\"");
    return answer.nanos();
  }
}
