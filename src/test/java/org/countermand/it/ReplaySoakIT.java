package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.countermand.proof.Options;
import org.countermand.proof.Proof;
import org.countermand.proof.Report;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.WorldPorts;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.demo.ReplayPicture;
import org.countermand.sandbox.demo.RetailFile;
import org.countermand.sandbox.demo.RetailShop;
import org.countermand.sandbox.node.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole of the real file comes in, everything it took back is taken back, and it is proved. */
@Tag("soak")
@Tag("real-data")
class ReplaySoakIT {

  private static final Duration LONG = Duration.ofMinutes(30);

  /** A node that dies in the middle of the import is followed by the other one. */
  @Test
  void a_year_is_imported_replayed_and_proved() throws Exception {
    RetailFile file = RetailFile.whole();
    assumeTrue(file.isThere(), "skipped: no real data");
    Path folder = Path.of("target/world-replay");
    List<String> options = new ArrayList<>(Settings.QUICK_START);
    options.add("-Xmx512m");
    Settings settings = new Settings(folder, true, WorldPorts.free(2), options);
    try (World world = World.start(settings)) {
      Books books = new Books(world);
      RetailShop retail = new RetailShop(world).prepare(file);

      long begun = System.nanoTime();
      String job = retail.begin(file);
      Books.eventually(
          () -> books.count("SELECT settled FROM job WHERE id = ?::uuid", job) > 5_000, LONG);
      Node died = owner(world, books, job);
      died.kill();
      RetailShop other = new RetailShop(world, living(world));
      JsonNode imported = other.await(job, LONG);
      Duration importing = Duration.ofNanos(System.nanoTime() - begun);
      died.restart();
      assertThat(imported.path("state").asText()).isEqualTo("DONE");
      assertThat(imported.path("rows").asLong()).isEqualTo(525_461);
      assertThat(books.count("SELECT count(*) FROM shop_order WHERE shop = 'retail'"))
          .isEqualTo(19_213);
      System.out.printf(
          "Imported %d rows in %d s with a kill in the middle: %d rows a second%n",
          imported.path("rows").asLong(),
          importing.toSeconds(),
          imported.path("rows").asLong() * 1_000 / importing.toMillis());

      begun = System.nanoTime();
      JsonNode again = retail.bring(file);
      Duration second = Duration.ofNanos(System.nanoTime() - begun);
      assertThat(again.path("created").asLong()).isZero();
      System.out.printf(
          "Imported again, unkilled, nothing changed: %d rows a second%n",
          again.path("rows").asLong() * 1_000 / second.toMillis());

      begun = System.nanoTime();
      JsonNode replayed = retail.replay(LONG);
      Books.eventually(() -> books.count(UNFINISHED) == 0, LONG);
      Duration replaying = Duration.ofNanos(System.nanoTime() - begun);
      long cancellations = books.count("SELECT count(*) FROM cancellation");
      System.out.printf(
          "Replayed %d cancellations in %d s: %d.%d a second%n",
          cancellations,
          replaying.toSeconds(),
          cancellations * 1_000 / replaying.toMillis(),
          cancellations * 10_000 / replaying.toMillis() % 10);
      System.out.println("Job: " + replayed);
      assertThat(cancellations).isEqualTo(file.undone().requests());
      assertThat(books.count("SELECT sum(units) FROM instruction_link"))
          .isEqualTo(file.undone().units());
      Books.eventually(() -> books.count("SELECT count(*) FROM audit_pending") == 0, LONG);

      try (Connection connection = world.database().connect(Role.APP)) {
        Files.writeString(folder.resolve("replay.svg"), ReplayPicture.of(connection));
      }
      Report report = Proof.of(options(world));
      System.out.println(report.text());
      assertThat(report.exitCode()).isZero();
    }
  }

  private static final String UNFINISHED =
      "SELECT count(*) FROM cancellation WHERE state NOT IN ('COMPLETED', 'REFUSED')";

  private static Node owner(World world, Books books, String job) {
    // The first node was told of it after the commit, so it is the one that is at it.
    assertThat(
            books.count("SELECT count(*) FROM job WHERE id = ?::uuid AND owner IS NOT NULL", job))
        .isEqualTo(1);
    return world.node();
  }

  private static Node living(World world) {
    return world.nodes().stream().filter(Node::isRunning).findFirst().orElseThrow();
  }

  private static Options options(World world) {
    Properties properties = new Properties();
    properties.setProperty("countermand.proof.database", world.database().jdbcUrl());
    properties.setProperty("countermand.proof.gateway", world.settings().payment().toString());
    return Options.of(properties);
  }
}
