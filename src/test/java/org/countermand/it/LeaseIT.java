package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.OrderDraft;
import org.countermand.sandbox.shop.Shop;
import org.countermand.sandbox.shop.Shop.PlacedOrder;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lease lasts as long as its owner lives: what the database itself says of nodes and claims. */
class LeaseIT {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);
  private static final int LATE_MS = 12_000;

  private final World world = SharedWorld.get();
  private final Jdbi jdbi = Jdbi.create(() -> world.database().connect(Role.OWNER));

  @BeforeEach
  void allAlive() {
    Ordeal.revive(world);
  }

  @AfterAll
  static void revive() {
    Ordeal.revive(SharedWorld.get());
  }

  @Test
  void nodes_that_start_together_migrate_once_and_take_numbers_of_their_own() {
    assertThat(rows("SELECT version FROM flyway_schema_history WHERE success AND version <> ''"))
        .isNotEmpty()
        .doesNotHaveDuplicates();
    assertThat(rows("SELECT version FROM flyway_schema_history WHERE NOT success")).isEmpty();
    assertThat(alive()).hasSameSizeAs(world.nodes()).doesNotHaveDuplicates();
  }

  @Test
  void what_a_living_node_has_claimed_is_left_alone_and_what_a_dead_one_has_is_free_at_once()
      throws Exception {
    Node first = world.nodes().get(0);
    Node second = world.nodes().get(1);
    List<String> before = alive();

    long process = second.pid();

    second.kill();

    assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    Eventually.so(AT_ONCE, "the killed node counts as alive", () -> alive().size() == 1);
    String living = alive().get(0);
    String dead = before.stream().filter(n -> !n.equals(living)).findFirst().orElseThrow();
    assertThat(rows("SELECT node_alive(?::int)::text", dead)).containsExactly("false");
    assertThat(rows("SELECT node_alive(?::int)::text", living)).containsExactly("true");

    Shop shop = new Shop(first.uri(), world.settings());
    OrderDraft draft =
        OrderDraft.anOrder("LEASE-1")
            .line("LAMP-1", "Desk lamp", 1, 4000)
            .by("Ana Muster", "lease-1@example.org");
    String id = cancelAtALateWarehouse(shop, draft);
    String letter = awaitLetter(id);

    claim(id, letter, living);
    int looks = looks(id);
    Thread.sleep(AT_ONCE.toMillis());
    assertThat(looks(id)).as("calls for a step that a living node is at").isEqualTo(looks);
    assertThat(letters(draft)).as("letters that a living node is at").hasSize(1);

    claim(id, letter, dead);
    Eventually.so(SOON, "the step is not taken over", () -> looks(id) > looks);
    Eventually.so(SOON, "the letter is not taken over", () -> letters(draft).size() == 2);
    assertThat(letters(draft)).as("one letter, however often it is sent").containsOnly(letter);

    shop.await(id, "COMPLETED", SOON.plusMillis(LATE_MS));
    assertThat(second.isRunning()).isFalse();

    second.restart();

    assertThat(second.pid()).isNotEqualTo(process);
    assertThat(alive())
        .as("the dead one's number is not given again")
        .hasSize(2)
        .doesNotContain(dead);
    assertThat(second.isRunning()).isTrue();
  }

  private String cancelAtALateWarehouse(Shop shop, OrderDraft draft) throws IOException {
    new JsonClient(world.settings().warehouse(), Settings.WAREHOUSE_TOKEN)
        .post(
            "/control/behaviour",
            "{\"order\":\"%s\",\"answer\":\"LATE\",\"delayMs\":%d}"
                .formatted(draft.number(), LATE_MS));
    PlacedOrder order = shop.place(draft);
    return new PatientShop(world).cancel(order, Map.of(1, 1), "lease-1", 0);
  }

  /** The Message-ID of the acknowledgement, once it is delivered. */
  private String awaitLetter(String cancellation) {
    String sql =
        "SELECT n.id::text FROM envelope n JOIN event e ON e.id = n.event_id"
            + " WHERE e.subject_id = ? AND n.delivered_at IS NOT NULL";
    UUID id = UUID.fromString(cancellation);
    Eventually.so(SOON, "no letter", () -> !rows(sql, id).isEmpty());
    return "<" + rows(sql, id).get(0) + "@countermand>";
  }

  /** Writes the lease of a node on the step and on the letter, with a deadline far away. */
  private void claim(String cancellation, String letter, String node) {
    UUID envelope = UUID.fromString(letter.substring(1, letter.indexOf('@')));
    Eventually.so(
        SOON,
        "the step is never at rest",
        () ->
            jdbi.withHandle(
                handle ->
                    handle.execute(
                            "UPDATE step SET owner = ?::int, due_at = now() + interval '1 hour'"
                                + " WHERE cancellation_id = ? AND state = 'AWAITING'"
                                + " AND (owner IS NULL OR due_at > now() + interval '50 minutes')",
                            node,
                            UUID.fromString(cancellation))
                        == 1));
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE envelope SET delivered_at = NULL, owner = ?::int,"
                    + " due_at = now() + interval '1 hour' WHERE id = ?",
                node,
                envelope));
  }

  private int looks(String cancellation) {
    return rows(
            "SELECT id::text FROM journal WHERE phase = 'LOOKING' AND cancellation_id = ?",
            UUID.fromString(cancellation))
        .size();
  }

  private List<String> letters(OrderDraft draft) {
    return world.mailbox().to(draft.email()).stream().map(Testimony::messageId).toList();
  }

  /** The numbers of the nodes that hold their lock. */
  private List<String> alive() {
    return rows(
        "SELECT n::text FROM generate_series(1, (SELECT last_value FROM node_number)) AS n"
            + " WHERE node_alive(n::int) ORDER BY n");
  }

  private List<String> rows(String sql, Object... arguments) {
    return jdbi.withHandle(handle -> handle.select(sql, arguments).mapTo(String.class).list());
  }
}
