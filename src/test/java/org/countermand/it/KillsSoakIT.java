package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.countermand.payment.model.PartKind;
import org.countermand.sandbox.SharedWorld;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.payment.PaymentServer;
import org.countermand.sandbox.warehouse.Warehouse;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Kills, many of them. System properties: {@code countermand.soak.rounds} through all boundaries,
 * {@code countermand.soak.kills} at random moments, {@code countermand.soak.seed} repeats a run.
 */
@Tag("soak")
class KillsSoakIT {

  private static final int ROUNDS = Integer.getInteger("countermand.soak.rounds", 5);
  private static final int KILLS = Integer.getInteger("countermand.soak.kills", 20);
  private static final int ORDERS_PER_KILL = 15;
  private static final int CALLERS = 4;
  private static final int LONGEST_WAIT_MS = 2_000;
  private static final Duration END = Duration.ofMinutes(3);

  private final World world = SharedWorld.get();
  private final Jdbi jdbi = Jdbi.create(() -> world.database().connect(Role.OWNER));

  @AfterEach
  void forgetFaults() {
    world.party(PaymentServer.class).faults().clear();
    world.party(Warehouse.class).faults().clear();
  }

  @AfterAll
  static void revive() {
    Ordeal.revive(SharedWorld.get());
  }

  @Test
  void every_boundary_is_survived_again_and_again() throws Exception {
    List<Duration> recoveries = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      for (Boundary boundary : (Iterable<Boundary>) Boundary.all()::iterator) {
        String number =
            "SOAK-%s-%d-%d".formatted(boundary.call(), boundary.when().ordinal(), round);
        Duration recovery = new Ordeal(world).suffer(boundary, number);
        recoveries.add(recovery);
        say("round %d, killed at %s: completed after %d ms", round, boundary, recovery.toMillis());
      }
    }
    say(
        "boundaries: %d kills, %d cancellations, every book in agreement; recovery %s",
        recoveries.size(), recoveries.size(), summary(recoveries));
    assertThat(recoveries).hasSize(ROUNDS * 12);
  }

  @Test
  void under_load_random_kills_lose_nothing_and_do_nothing_twice() throws Exception {
    long seed = Long.getLong("countermand.soak.seed", System.nanoTime());
    say("random kills: seed %d", seed);
    Random random = new Random(seed);
    Ordeal.revive(world);
    try (Load load = new Load(world, "LOAD", CALLERS)) {
      List<Instant> kills = killAtRandom(load, random);
      List<Asked> asked = load.all();
      Instant answered = Instant.now();
      Eventually.so(END, "cancellations are open", () -> open().isEmpty());
      Eventually.so(END, "letters are not delivered", () -> waitingLetters() == 0);
      say("everything was over %s after the last answer", since(answered));

      Testimony testimony = new Testimony(world);
      assertThat(asked.stream().map(testimony::differences).flatMap(List::stream)).isEmpty();
      Eventually.empty(END, () -> Gaps.of(world));
      report(kills, asked, testimony);
    }
  }

  private List<Instant> killAtRandom(Load load, Random random) throws InterruptedException {
    List<Instant> kills = new ArrayList<>();
    for (int i = 1; i <= KILLS; i++) {
      load.release(ORDERS_PER_KILL);
      Thread.sleep(random.nextInt(LONGEST_WAIT_MS));
      int victim = random.nextInt(world.nodes().size());
      Node node = world.nodes().get(victim);
      Instant at = Instant.now();
      node.kill();
      kills.add(at);
      node.restart();
      say("kill %d, of node %d: back after %s", i, victim + 1, since(at));
    }
    return kills;
  }

  private void report(List<Instant> kills, List<Asked> asked, Testimony testimony) {
    List<Duration> recoveries = kills.stream().flatMap(this::recovery).toList();
    long refunds = asked.stream().mapToLong(testimony::refunds).sum();
    long voids = asked.stream().mapToLong(testimony::voids).sum();
    say(
        "random: %d kills (%d with work open), %d cancellations, %d refunds of %d promised,"
            + " %d voids of %d promised, %d ceilings, %d look-ups after a death; duplicates %d;"
            + " recovery of all open work %s",
        kills.size(),
        recoveries.size(),
        asked.size(),
        refunds,
        count(asked, PartKind.REFUND),
        voids,
        count(asked, PartKind.VOID),
        count(asked, PartKind.CEILING),
        lookUps(),
        refunds - count(asked, PartKind.REFUND) + voids - count(asked, PartKind.VOID),
        summary(recoveries));
  }

  /** From a kill until the last cancellation was over that was open then; nothing if none was. */
  private Stream<Duration> recovery(Instant kill) {
    OffsetDateTime at = kill.atOffset(ZoneOffset.UTC);
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "SELECT completed_at FROM cancellation WHERE received_at <= ?"
                        + " AND completed_at > ? ORDER BY completed_at DESC LIMIT 1",
                    at,
                    at)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(last -> Duration.between(kill, last.toInstant()))
                .stream());
  }

  private List<String> open() {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "SELECT c.id::text FROM cancellation c JOIN shop_order o ON o.id = c.order_id"
                        + " WHERE o.channel_number LIKE 'LOAD-%' AND c.state <> 'COMPLETED'")
                .mapTo(String.class)
                .list());
  }

  private long waitingLetters() {
    return number("SELECT count(*) FROM envelope WHERE delivered_at IS NULL");
  }

  private long lookUps() {
    return number(
        "SELECT count(*) FROM journal j JOIN cancellation c ON c.id = j.cancellation_id"
            + " JOIN shop_order o ON o.id = c.order_id"
            + " WHERE o.channel_number LIKE 'LOAD-%' AND j.phase = 'LOOKING'");
  }

  private long number(String sql) {
    return jdbi.withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
  }

  private static long count(List<Asked> asked, PartKind kind) {
    return asked.stream().filter(each -> each.kind() == kind).count();
  }

  private static String summary(List<Duration> recoveries) {
    List<Duration> sorted = new ArrayList<>(recoveries);
    Collections.sort(sorted);
    return sorted.isEmpty()
        ? "was never needed"
        : "median %d ms, max %d ms"
            .formatted(
                sorted.get(sorted.size() / 2).toMillis(), sorted.get(sorted.size() - 1).toMillis());
  }

  private static String since(Instant moment) {
    return Duration.between(moment, Instant.now()).toMillis() + " ms";
  }

  private static void say(String text, Object... values) {
    System.out.println("soak: " + text.formatted(values));
  }
}
