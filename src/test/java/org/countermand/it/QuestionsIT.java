package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countermand.sandbox.shop.OrderDraft.anOrder;

import java.time.Duration;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.fault.Executioner;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a gateway told once is acted upon, whatever happens between the hearing and the asking. A
 * refund that had succeeded and fails days later is the case where nothing else would ask again.
 */
class QuestionsIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final World world = SharedWorld.get();
  private final Books books = new Books(world);
  private final Shop shop = new Shop(world.node().uri(), world.settings());

  @BeforeEach
  void everybodyLives() {
    Ordeal.revive(world);
  }

  @AfterEach
  void forgetFaults() {
    gateway().faults().clear();
  }

  @AfterAll
  static void revive() {
    Ordeal.revive(SharedWorld.get());
  }

  /** Two nodes start for it, so it is for the long run. */
  @Test
  @Tag("soak")
  void what_was_told_before_the_only_node_was_killed_is_asked_after_its_restart() throws Exception {
    PlacedOrder order = place("QK-1");
    String id = refunded(order);
    world.nodes().get(1).stop();
    Node dead;
    try (Gate gate = Gate.beforeTheQuestionAbout(world, order)) {
      fail(order);
      dead = gate.whoWaits();
      Executioner.end(dead.pid());
    }
    // The postman gives up before the node is back: nobody tells it a second time.
    Books.eventually(() -> gateway().postman().waiting() == 0);
    assertThat(partState(id)).isEqualTo("SUCCEEDED");
    assertThat(questions(order)).isEqualTo(1);

    dead.restart();

    assertActedUpon(order, id);
  }

  @Test
  void what_a_node_was_killed_over_while_it_asked_is_asked_by_the_other_node() {
    PlacedOrder order = place("QK-2");
    String id = refunded(order);
    gateway()
        .faults()
        .add(Fault.once(reading(order), new Mishap.KillCaller(Mishap.When.ON_RECEIPT)));

    fail(order);

    assertActedUpon(order, id);
    assertThat(world.nodes()).filteredOn(Node::isRunning).hasSize(1);
  }

  @Test
  void what_the_gateway_does_not_answer_is_asked_again_later() {
    PlacedOrder order = place("QK-3");
    String id = refunded(order);
    // Its client repeats a failed call by itself; all of that is one try of ours.
    for (Match asking : new Match[] {reading(order), Match.of("GET", "^/v1/refunds$")}) {
      gateway().faults().add(Fault.times(100, asking, new Mishap.Status(503, false)));
    }
    fail(order);
    Books.eventually(
        () ->
            books.count(
                    "SELECT count(*) FROM gateway_question WHERE reference = ? AND owner IS NULL"
                        + " AND tries > 0 AND due_at > now()",
                    order.payment())
                == 1);
    assertThat(partState(id)).isEqualTo("SUCCEEDED");

    gateway().faults().clear();

    assertActedUpon(order, id);
  }

  private void assertActedUpon(PlacedOrder order, String id) {
    Books.eventually(() -> partState(id).equals("FAILED"), SOON);
    Books.eventually(() -> questions(order) == 0);
    assertThat(
            books.column(
                "SELECT reason FROM work_item WHERE cancellation_id = ?::uuid"
                    + " AND closed_at IS NULL",
                id))
        .containsExactly("REFUND_FAILED");
  }

  private PlacedOrder place(String number) {
    return shop.place(
        anOrder(number)
            .by("Quirin Frage", number.toLowerCase(java.util.Locale.ROOT) + "@questions.example")
            .line("LAMP-1", "Desk lamp", 1, 4000));
  }

  /** Cancels it and waits until the money is back and all that was told of it is answered. */
  private String refunded(PlacedOrder order) {
    String id = shop.consent(shop.quote(order, 1, 1).ok()).id();
    shop.await(id, "COMPLETED", SOON);
    Books.eventually(() -> partState(id).equals("SUCCEEDED"));
    Books.eventually(() -> gateway().postman().waiting() == 0 && questions(order) == 0);
    return id;
  }

  private void fail(PlacedOrder order) {
    String refund = books.refunds(order).get(0).get("id").asText();
    books.tellGateway("/control/refunds/" + refund, "{\"status\":\"failed\"}");
  }

  private String partState(String id) {
    return books.column("SELECT state FROM refund_part WHERE cancellation_id = ?::uuid", id).get(0);
  }

  private long questions(PlacedOrder order) {
    return books.count(
        "SELECT count(*) FROM gateway_question WHERE reference = ?", order.payment());
  }

  /** A payment is read with its refunds. */
  private static Match reading(PlacedOrder order) {
    return Match.of("GET", "^/v1/payment_intents/" + order.payment() + "$");
  }

  private PaymentServer gateway() {
    return world.party(PaymentServer.class);
  }
}
