package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.countermand.payment.model.PartKind;
import org.countermand.sandbox.World;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/** Cancellations whose node is killed at boundaries, and which the other node must finish. */
final class Ordeal {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final int ASKED_NODE = 1;

  /** Time enough to learn which hold the warehouse will be asked to release. */
  private static final Mishap LINGER = new Mishap.Delay(1500);

  private final World world;
  private final PatientShop shop;

  Ordeal(World world) {
    this.world = world;
    this.shop = new PatientShop(world);
  }

  /**
   * Kills the node that makes the call, looks on while the other one finishes, and compares what
   * everybody says. The killed node stays dead.
   *
   * @param number of the order; used once
   * @return the time from the death to the completion
   */
  Duration suffer(Boundary boundary, String number) throws Exception {
    return suffer(List.of(boundary), number).get(0);
  }

  /**
   * As {@link #suffer(Boundary, String)}, with one death at several boundaries: the calls wait
   * there for one another.
   *
   * @param name of the orders' numbers; used once
   */
  List<Duration> suffer(List<Boundary> boundaries, String name) throws Exception {
    revive(world);
    List<Sufferer> sufferers = new ArrayList<>();
    for (Boundary boundary : boundaries) {
      String number = boundaries.size() == 1 ? name : name + "-" + (sufferers.size() + 1);
      OrderDraft draft = draft(boundary, number);
      sufferers.add(new Sufferer(boundary, draft, shop.place(draft, 0)));
    }
    List<Death> deaths = world.nodes().stream().map(Death::of).toList();
    List<Asked> asked = new ArrayList<>();
    Node survivor = world.nodes().get(0);
    Death death;
    // It would take over steps that the other is slow to begin, and then both would die.
    survivor.freeze();
    try {
      for (Sufferer sufferer : sufferers) {
        asked.add(condemned(sufferer, new Company(name, boundaries.size())));
      }
      death = first(deaths);
    } finally {
      survivor.thaw();
    }
    List<Duration> recoveries = new ArrayList<>();
    for (Asked each : asked) {
      JsonNode completed =
          new Shop(survivor.uri(), world.settings()).await(each.id(), "COMPLETED", SOON);
      Instant at = Instant.parse(completed.get("completedAt").asText());
      recoveries.add(Duration.between(death.at().join(), at));
    }
    assertThat(death.node().isRunning()).as("the killed node stays dead").isFalse();
    Eventually.empty(SOON, () -> differences(asked));
    Eventually.empty(SOON, () -> Gaps.of(world));
    for (int i = 0; i < asked.size(); i++) {
      Boundary boundary = boundaries.get(i);
      assertThat(new Testimony(world).journal(asked.get(i), boundary.call().step()))
          .as("the journal on %s", boundary)
          .isIn(stories(boundary.when()));
    }
    return recoveries;
  }

  /** Cancels an order whose call is awaited at its boundary. */
  private Asked condemned(Sufferer sufferer, Company company) {
    Boundary boundary = sufferer.boundary();
    PlacedOrder order = sufferer.order();
    Mishap death = new Mishap.KillTogether(boundary.when(), company.name(), company.size());
    boolean release = boundary.call() == Boundary.Call.RELEASE;
    boundary
        .faults(world)
        .add(
            release
                ? Fault.once(new Match("PUT", "^/v1/holds/", order.number()), LINGER)
                : Fault.once(boundary.match(order), death));
    boolean whole = boundary.call() != Boundary.Call.REFUND;
    String id =
        shop.cancel(
            order,
            whole ? Map.of(1, 2, 2, 1) : Map.of(1, 1),
            "ordeal-" + order.number(),
            ASKED_NODE);
    if (release) {
      String hold =
          new Books(world)
              .column("SELECT id FROM warehouse_hold WHERE cancellation_id = ?::uuid", id)
              .get(0);
      boundary
          .faults(world)
          .add(Fault.once(Match.of("POST", "^/v1/holds/" + hold + "/release$"), death));
    }
    return new Asked(
        id,
        order,
        sufferer.draft().email(),
        boundary.call().kind(),
        whole ? sufferer.draft().total() : 2000,
        whole ? Map.of("LAMP-1", 2, "BULB-1", 1) : Map.of("LAMP-1", 1));
  }

  private List<String> differences(List<Asked> asked) {
    Testimony testimony = new Testimony(world);
    return asked.stream().map(testimony::differences).flatMap(List::stream).toList();
  }

  /** Starts every node that is dead. */
  static void revive(World world) {
    world.nodes().stream().filter(node -> !node.isRunning()).forEach(Node::restart);
  }

  private static OrderDraft draft(Boundary boundary, String number) {
    OrderDraft draft =
        OrderDraft.anOrder(number)
            .line("LAMP-1", "Desk lamp", 2, 4000)
            .line("BULB-1", "Bulb", 1, 1500)
            .shipping(490)
            .by("Ana Muster", number.toLowerCase(java.util.Locale.ROOT) + "@example.org");
    return boundary.call().kind() == PartKind.VOID ? draft.authorized() : draft.captured();
  }

  /**
   * What the journal may tell. Who comes after a death looks before he calls, and calls again under
   * the attempt that is there; only a node that dies after the answer may have written it down.
   */
  private static List<List<String>> stories(Mishap.When when) {
    List<String> found = List.of("CALLING #1", "LOOKING #1", "ANSWERED DONE #1");
    return switch (when) {
      case ON_RECEIPT ->
          List.of(
              List.of(
                  "CALLING #1",
                  "LOOKING #1",
                  "ANSWERED ABSENT #1",
                  "CALLING #1",
                  "ANSWERED DONE #1"));
      case AFTER_WORK -> List.of(found);
      case AFTER_ANSWER -> List.of(found, List.of("CALLING #1", "ANSWERED DONE #1"));
    };
  }

  private static Death first(List<Death> deaths) throws Exception {
    CompletableFuture.anyOf(deaths.stream().map(Death::at).toArray(CompletableFuture[]::new))
        .get(SOON.toSeconds(), TimeUnit.SECONDS);
    return deaths.stream().filter(death -> death.at().isDone()).findFirst().orElseThrow();
  }

  /** Who dies together. */
  private record Company(String name, int size) {}

  /** An order, and the boundary at which it suffers. */
  private record Sufferer(Boundary boundary, OrderDraft draft, PlacedOrder order) {}

  /** The end of a node's process, once it comes. */
  private record Death(Node node, CompletableFuture<Instant> at) {
    static Death of(Node node) {
      return new Death(
          node,
          ProcessHandle.of(node.pid()).orElseThrow().onExit().thenApply(gone -> Instant.now()));
    }
  }
}
