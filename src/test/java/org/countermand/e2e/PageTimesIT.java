package org.countermand.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long the server takes for each page, one visitor at a time, from the first byte asked to the
 * last byte received; how long a node takes to start, and its heap. Printed for people; asserted is
 * only what nobody would wait for.
 */
@Tag("soak")
class PageTimesIT {

  private static final int WARM_UP = 100;
  private static final int REQUESTS = 100;
  private static final Duration FAR_TOO_LONG = Duration.ofSeconds(1);

  private final Backstage backstage = new Backstage();
  private final PlainClient anybody = new PlainClient();
  private final PlainClient buyer = new PlainClient();

  @Test
  void every_page_is_there_before_anybody_waits() {
    backstage.forgetTries();
    OrderDraft bought = Backstage.mugsAndLamp("TIMES").to("DE", "en", "19").confirmed();
    PlacedOrder order = backstage.place(bought);
    String done = backstage.declare(order, 2, 1);
    backstage.awaitState(done, "COMPLETED");
    String quotation = backstage.shop().quote(order, 1, 1).id();
    buyer.follow(backstage.orderLink(bought.email()));
    PlainClient agent = new PlainAgent(backstage.world().node()).logsIn(Accounts.LEAD).client();

    Map<String, Supplier<Answer>> pages = new LinkedHashMap<>();
    pages.put("first page", asked(anybody, "/"));
    pages.put("order", asked(buyer, "/customer/order.xhtml?id=" + order.id()));
    pages.put("quotation", asked(buyer, "/customer/quotation.xhtml?q=" + quotation));
    pages.put("status", asked(buyer, "/customer/status.xhtml?id=" + done));
    pages.put("desk: cancellations", asked(agent, "/agent/index.xhtml"));
    pages.put("desk: work items", asked(agent, "/agent/index.xhtml?person=1"));
    pages.put("desk: cancellation", asked(agent, "/agent/cancellation.xhtml?id=" + done));
    pages.put("desk: orders", asked(agent, "/agent/orders.xhtml"));
    pages.put("desk: order", asked(agent, "/agent/order.xhtml?id=" + order.id()));
    pages.put("desk: import", asked(agent, "/agent/import.xhtml"));

    pages.forEach(
        (name, page) -> {
          Duration[] times = times(page);
          System.out.printf(
              "page %-20s median %3d ms, p95 %3d ms%n",
              name, times[0].toMillis(), times[1].toMillis());
          assertThat(times[1]).as(name).isLessThan(FAR_TOO_LONG);
        });
  }

  @Test
  void a_node_starts_while_somebody_fetches_coffee() throws Exception {
    Node second = backstage.world().nodes().get(1);
    second.kill();
    long begun = System.nanoTime();
    second.restart();
    Duration start = Duration.ofNanos(System.nanoTime() - begun);
    String metrics = anybody.get(second.uri().resolve("/metrics")).body();
    System.out.printf(
        "start: ready after %d ms; heap after it %d MB used%n",
        start.toMillis(), heap(metrics).orElseThrow() / 1_048_576);
    assertThat(start).isLessThan(Duration.ofMinutes(2));
  }

  private Supplier<Answer> asked(PlainClient by, String page) {
    URI address = backstage.page(page);
    return () -> by.get(address);
  }

  /** The median and the time that nineteen of twenty stay below. */
  private Duration[] times(Supplier<Answer> page) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < WARM_UP + REQUESTS; i++) {
      Answer answer = page.get();
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      if (i >= WARM_UP) {
        nanos.add(answer.nanos());
      }
    }
    Collections.sort(nanos);
    return new Duration[] {
      Duration.ofNanos(nanos.get(REQUESTS / 2)), Duration.ofNanos(nanos.get(REQUESTS * 95 / 100))
    };
  }

  private static Optional<Long> heap(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("memory_usedHeap_bytes"))
        .map(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst();
  }
}
