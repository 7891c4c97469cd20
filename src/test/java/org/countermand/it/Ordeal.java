package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.countermand.payment.model.PartKind;
import org.countermand.sandbox.World;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/** One cancellation whose node is killed at a boundary, and which the other node must finish. */
final class Ordeal {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final int ASKED_NODE = 1;

  private final World world;
  private final PatientShop shop;

  Ordeal(World world) {
    this.world = world;
    this.shop = new PatientShop(world);
  }

  /**
   * Kills whichever node makes the call, looks on while the other one finishes, and compares what
   * everybody says. The killed node stays dead.
   *
   * @param number of the order; used once
   * @return the time from the death to the completion
   */
  Duration suffer(Boundary boundary, String number) throws Exception {
    revive(world);
    boolean whole = boundary.call() != Boundary.Call.REFUND;
    OrderDraft draft = draft(boundary, number);
    PlacedOrder order = shop.place(draft, 0);
    List<Death> deaths = world.nodes().stream().map(Death::of).toList();
    boundary
        .faults(world)
        .add(Fault.once(boundary.match(order), new Mishap.KillCaller(boundary.when())));

    String id =
        shop.cancel(
            order, whole ? Map.of(1, 2, 2, 1) : Map.of(1, 1), "ordeal-" + number, ASKED_NODE);
    Death death = first(deaths);
    Node survivor =
        world.nodes().stream().filter(node -> node != death.node()).findFirst().orElseThrow();
    JsonNode completed = new Shop(survivor.uri(), world.settings()).await(id, "COMPLETED", SOON);

    assertThat(death.node().isRunning()).as("the killed node stays dead").isFalse();
    Asked asked =
        new Asked(
            id,
            order,
            draft.email(),
            boundary.call().kind(),
            whole ? draft.total() : 2000,
            whole ? Map.of("LAMP-1", 2, "BULB-1", 1) : Map.of("LAMP-1", 1));
    Eventually.empty(SOON, () -> new Testimony(world).differences(asked));
    Eventually.empty(SOON, () -> Gaps.of(world));
    assertThat(new Testimony(world).journal(asked, boundary.call().step()))
        .as("the journal on %s", boundary)
        .isIn(stories(boundary.when()));
    return Duration.between(
        death.at().join(), Instant.parse(completed.get("completedAt").asText()));
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

  /** The end of a node's process, once it comes. */
  private record Death(Node node, CompletableFuture<Instant> at) {
    static Death of(Node node) {
      return new Death(
          node,
          ProcessHandle.of(node.pid()).orElseThrow().onExit().thenApply(gone -> Instant.now()));
    }
  }
}
