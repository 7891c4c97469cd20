package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countermand.payment.model.PartKind;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.fault.Executioner;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.countermand.sandbox.warehouse.Warehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nodes are killed where it hurts, and nobody but the other node helps. */
class KillsIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** Shorter than the 30 s for which the sandbox lets a lease run. */
  private static final Duration BEFORE_THE_DEADLINE = Duration.ofSeconds(25);

  private final World world = SharedWorld.get();

  static Stream<Arguments> calls() {
    return Stream.of(
        // Those who are held up first come last, for all wait for one another.
        Arguments.of(
            "MONEY", boundaries(Boundary.Call.VOID, Boundary.Call.REFUND, Boundary.Call.HOLD)),
        Arguments.of("RELEASE", boundaries(Boundary.Call.RELEASE)));
  }

  private static List<Boundary> boundaries(Boundary.Call... calls) {
    List<Boundary> all = Boundary.all().toList();
    return Stream.of(calls)
        .flatMap(call -> all.stream().filter(boundary -> boundary.call() == call))
        .toList();
  }

  @AfterEach
  void forgetFaults() {
    world.party(PaymentServer.class).faults().clear();
    world.party(Warehouse.class).faults().clear();
  }

  @AfterAll
  static void revive() {
    Ordeal.revive(SharedWorld.get());
  }

  /** One death for all that is called at once: what each single one does, the soak shows. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void the_other_node_finishes_what_a_killed_node_has_begun(String calls, List<Boundary> boundaries)
      throws Exception {
    assertThat(new Ordeal(world).suffer(boundaries, "KILL-" + calls))
        .hasSameSizeAs(boundaries)
        .allSatisfy(recovery -> assertThat(recovery).isLessThan(BEFORE_THE_DEADLINE));
  }

  @Test
  void a_node_killed_between_the_document_and_the_end_leaves_nothing_open() throws Exception {
    Ordeal.revive(world);
    PatientShop shop = new PatientShop(world);
    OrderDraft draft =
        OrderDraft.anOrder("KILL-END")
            .line("SETUP-1", "Setting up", 1, 9000, 0, "SERVICE")
            .by("Ana Muster", "kill-end@example.org");
    PlacedOrder order = shop.place(draft, 0);
    String id;
    Node dead;
    try (Gate gate = Gate.beforeTheEndOf(world, order)) {
      id = shop.cancel(order, Map.of(1, 1), "kill-end", 1);
      dead = gate.whoWaits();
      Executioner.end(dead.pid());
    }

    Node survivor = world.nodes().stream().filter(node -> node != dead).findFirst().orElseThrow();
    new Shop(survivor.uri(), world.settings()).await(id, "COMPLETED", SOON);

    Asked asked = new Asked(id, order, draft.email(), PartKind.REFUND, 9000, Map.of());
    Eventually.empty(SOON, () -> new Testimony(world).differences(asked));
    assertThat(dead.isRunning()).isFalse();
    assertThat(new Testimony(world).journal(asked, "CREDIT"))
        .isEqualTo(List.of("CALLING #1", "LOOKING #1", "ANSWERED DONE #1"));
  }
}
