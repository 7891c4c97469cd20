package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.WorldPorts;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures one node, its database, gateway, warehouse and mailbox on the same machine, at full
 * durability. Printed for people; asserted is only that everything was done and paid once.
 */
@Tag("soak")
class FiguresIT {

  private record Round(int callers, int cancellations) {}

  private static final List<Round> ROUNDS =
      List.of(new Round(1, 40), new Round(8, 200), new Round(32, 400));

  @Test
  void cancellations_per_second_end_to_end_over_the_api() {
    Path folder = Path.of("target/world-figures");
    // Without the quick start's limit on the compiler, which would be measured too.
    Settings settings = new Settings(folder, true, WorldPorts.free(1), List.of());
    try (World world = World.start(settings)) {
      Books books = new Books(world);
      Shop shop = new Shop(world.node().uri(), settings);
      measure(books, shop, "warm-up", new Round(8, 100));
      List<String> table = new ArrayList<>();
      table.add(
          "%-8s %6s %8s   %-24s   %-24s"
              .formatted("callers", "n", "per s", "confirm ms p50/95/99", "complete ms p50/95/99"));
      for (Round round : ROUNDS) {
        table.add(measure(books, shop, "F" + round.callers(), round));
      }
      System.out.println(String.join(System.lineSeparator(), table));
    }
  }

  private static String measure(Books books, Shop shop, String name, Round round) {
    Queue<String> numbers = new ConcurrentLinkedQueue<>();
    IntStream.range(0, round.cancellations()).forEach(i -> numbers.add(name + "-" + i));
    Queue<PlacedOrder> orders = new ConcurrentLinkedQueue<>();
    Queue<JsonNode> quotations = new ConcurrentLinkedQueue<>();
    AtOnce.times(8, n -> prepareAll(shop, numbers, orders, quotations));

    List<Long> confirming =
        AtOnce.times(round.callers(), n -> confirmAll(shop, quotations)).stream()
            .flatMap(List::stream)
            .toList();

    String ours =
        " FROM cancellation c JOIN shop_order o ON o.id = c.order_id WHERE o.channel_number LIKE '"
            + name
            + "-%'";
    Books.eventually(
        () ->
            books.count("SELECT count(*)" + ours + " AND c.state = 'COMPLETED'")
                == round.cancellations(),
        Duration.ofMinutes(3),
        // The times are the database's own; who looks often takes part in the race.
        Duration.ofSeconds(1));
    assertThat(books.count("SELECT count(*) FROM refund_part p" + join(name)))
        .isEqualTo(round.cancellations());
    orders.forEach(order -> assertThat(books.refunds(order)).hasSize(1));
    List<Long> completing =
        books
            .column(
                "SELECT (extract(epoch FROM c.completed_at - c.received_at) * 1000)::bigint" + ours)
            .stream()
            .map(Long::valueOf)
            .toList();
    long wall =
        books.count(
            "SELECT (extract(epoch FROM max(c.completed_at) - min(c.received_at)) * 1000)::bigint"
                + ours);
    return "%-8d %6d %8.1f   %-24s   %-24s"
        .formatted(
            round.callers(),
            round.cancellations(),
            round.cancellations() * 1000.0 / Math.max(1, wall),
            percentiles(confirming),
            percentiles(completing));
  }

  private static String join(String name) {
    return " JOIN shop_order o ON o.id = p.order_id WHERE o.channel_number LIKE '" + name + "-%'";
  }

  private static int prepareAll(
      Shop shop, Queue<String> numbers, Queue<PlacedOrder> orders, Queue<JsonNode> quotations) {
    int prepared = 0;
    for (String next = numbers.poll(); next != null; next = numbers.poll()) {
      PlacedOrder order = place(shop, next);
      orders.add(order);
      quotations.add(shop.quote(order, 1, 1).ok());
      prepared++;
    }
    return prepared;
  }

  private static List<Long> confirmAll(Shop shop, Queue<JsonNode> quotations) {
    List<Long> millis = new ArrayList<>();
    for (JsonNode next = quotations.poll(); next != null; next = quotations.poll()) {
      long start = System.nanoTime();
      assertThat(shop.consent(next).status()).isEqualTo(201);
      millis.add((System.nanoTime() - start) / 1_000_000);
    }
    return millis;
  }

  private static PlacedOrder place(Shop shop, String number) {
    return shop.place(
        anOrder(number)
            .by("Fay Figure", "fay@figures.example")
            .line("LAMP-1", "Desk lamp", 1, 4000)
            .shipping(490));
  }

  private static String percentiles(List<Long> values) {
    long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
    return Arrays.stream(new int[] {50, 95, 99})
        .mapToObj(p -> String.valueOf(sorted[Math.min(sorted.length - 1, sorted.length * p / 100)]))
        .reduce((a, b) -> a + " / " + b)
        .orElse("");
  }
}
