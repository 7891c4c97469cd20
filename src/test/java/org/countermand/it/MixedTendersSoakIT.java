package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.countermand.proof.Options;
import org.countermand.proof.Proof;
import org.countermand.proof.Report;
import org.countermand.proof.Verdict;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.fault.Executioner;
import org.countermand.sandbox.fault.Fault;
import org.countermand.sandbox.fault.Faults;
import org.countermand.sandbox.fault.Match;
import org.countermand.sandbox.fault.Mishap;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.payment.PaymentServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Several tenders an order, nodes that are killed where each kind of tender hurts, and a payment
 * server that fails one call in ten. System properties: {@code countermand.tenders.operations},
 * {@code countermand.tenders.kills}, {@code countermand.soak.seed} repeats a run.
 */
@Tag("soak")
class MixedTendersSoakIT {

  private static final int OPERATIONS = Integer.getInteger("countermand.tenders.operations", 500);
  private static final int KILLS = Integer.getInteger("countermand.tenders.kills", 40);
  private static final int CALLERS = 4;
  private static final Duration END = Duration.ofMinutes(5);
  private static final Duration SOON = Duration.ofSeconds(60);

  private static World world;

  /** Where a node dies, and an operation of the mixture that comes there. */
  private enum Point {
    IN_THE_LEDGER(4),
    IN_THE_CEILING(2),
    REFUND_ON_RECEIPT(0),
    REFUND_AFTER_WORK(3),
    REFUND_AFTER_ANSWER(0),
    VOID_ON_RECEIPT(1),
    VOID_AFTER_WORK(6),
    VOID_AFTER_ANSWER(1);

    private final int operation;

    Point(int operation) {
      this.operation = operation;
    }

    boolean atGateway() {
      return this != IN_THE_LEDGER && this != IN_THE_CEILING;
    }

    Mishap.When when() {
      return Mishap.When.valueOf(name().substring(name().indexOf('_') + 1));
    }

    Match match(String number) {
      String payment = "pi_" + number.replace('-', '_');
      return name().startsWith("REFUND")
          ? new Match("POST", "^/v1/refunds$", payment)
          : Match.of("POST", "^/v1/payment_intents/" + payment + "(_2)?/cancel$");
    }
  }

  @BeforeAll
  static void start() {
    world = World.start(Settings.forTests(Path.of("target/world-tenders"), 2));
  }

  @AfterEach
  void forgetFaults() {
    world.party(PaymentServer.class).faults().clear();
  }

  @AfterAll
  static void end() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void under_kills_and_faults_every_part_goes_back_once_and_all_books_agree() throws Exception {
    long seed = Long.getLong("countermand.soak.seed", System.nanoTime());
    say("seed %d, %d operations, %d kills", seed, OPERATIONS, KILLS);
    Random random = new Random(seed);
    Instant begun = Instant.now();
    try (Mixture load = new Mixture(world, "TENDER", CALLERS);
        Mixture victims = new Mixture(world, "VICTIM", 1)) {
      List<Mixture.Asked> killed = new ArrayList<>();
      Mixture.disturb(world, seed);
      for (int kill = 0; kill < KILLS; kill++) {
        load.release(OPERATIONS / Math.max(1, KILLS) / 2);
        killed.add(kill(victims, kill, random));
      }
      load.release(OPERATIONS - KILLS * (OPERATIONS / Math.max(1, KILLS) / 2));
      List<Mixture.Asked> asked = load.all();
      load.await(END);
      victims.await(END);
      int faults = world.party(PaymentServer.class).faults().fired();
      world.party(PaymentServer.class).faults().clear();
      assertThat(load.differences(asked)).isEmpty();
      assertThat(victims.differences(killed)).isEmpty();
      Eventually.empty(END, () -> Gaps.of(world));
      Report report = Proof.of(options());
      assertThat(report.results()).allMatch(r -> r.verdict() == Verdict.PROVED, report.text());
      say(
          "%d cancellations, %d parts, %d kills, %d faults; every book in agreement, %d of %d"
              + " statements proved; %d s",
          asked.size() + killed.size(),
          parts(asked) + parts(killed),
          killed.size(),
          faults,
          report.results().size(),
          report.results().size(),
          Duration.between(begun, Instant.now()).toSeconds());
    }
  }

  /** Kills whichever node comes to the point, and starts it again. */
  private Mixture.Asked kill(Mixture victims, int kill, Random random) throws Exception {
    Ordeal.revive(world);
    Point point = Point.values()[kill % Point.values().length];
    // Every seventh operation is of one kind; each has a number of its own.
    int n = 7 * kill + point.operation;
    Thread.sleep(random.nextInt(500));
    String number = "VICTIM-" + n;
    Mixture.Asked asked =
        point.atGateway() ? atGateway(victims, point, n) : inside(victims, point, n);
    say("kill %d at %s, order %s", kill + 1, point, number);
    Ordeal.revive(world);
    return asked;
  }

  private Mixture.Asked atGateway(Mixture victims, Point point, int n) {
    Faults faults = world.party(PaymentServer.class).faults();
    // In front of all others, or the call might end in another way and never be made again.
    faults.clear();
    faults.add(Fault.once(point.match("VICTIM-" + n), new Mishap.KillCaller(point.when())));
    Mixture.disturb(world, n);
    Mixture.Asked asked = victims.one(n);
    Eventually.so(
        SOON,
        "nobody was killed",
        () -> world.nodes().stream().anyMatch(node -> !node.isRunning()));
    return asked;
  }

  private Mixture.Asked inside(Mixture victims, Point point, int n) throws Exception {
    String table = point == Point.IN_THE_LEDGER ? "credit_entry" : "refund_part";
    String event = point == Point.IN_THE_LEDGER ? "INSERT" : "UPDATE";
    String when =
        point == Point.IN_THE_LEDGER
            ? "NEW.kind = 'RESTORED' AND NEW.amount = 6000"
            : "NEW.kind = 'CEILING' AND NEW.state = 'SUCCEEDED'";
    try (Gate gate = Gate.before(world, event, table, when)) {
      Mixture.Asked asked = victims.one(n);
      Node dead = gate.whoWaits();
      Executioner.end(dead.pid());
      return asked;
    }
  }

  private static Options options() {
    Properties properties = new Properties();
    properties.setProperty("countermand.proof.database", world.database().jdbcUrl());
    properties.setProperty("countermand.proof.gateway", world.settings().payment().toString());
    properties.setProperty("countermand.proof.settled", "true");
    return Options.of(properties);
  }

  private static long parts(List<Mixture.Asked> asked) {
    return asked.stream().mapToLong(each -> each.parts().size()).sum();
  }

  private static void say(String text, Object... values) {
    System.out.println("soak: " + text.formatted(values));
  }
}
