package org.countermand.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.Shop;

/** The shop of the real wholesaler's file: brings the file in, and replays what it took back. */
public final class RetailShop {

  /** The name of the saved mapping. */
  public static final String MAPPING = "retail";

  private static final Set<String> OVER = Set.of("DONE", "STOPPED", "FAILED", "PAUSED");
  private static final int SEEDS = 2_000;

  /**
   * A policy of its own for this shop: by the policy for every shop the time to cancel was over
   * years ago, and every order of the file would wait for a person. This one allows until the goods
   * are handed over.
   */
  private static final String POLICY =
      """
      INSERT INTO policy_revision VALUES
        ('01900000-0000-7000-8000-000000000101', 'retail', 'until hand-over', 1, '2000-01-01T00:00:00Z')
        ON CONFLICT DO NOTHING;
      INSERT INTO policy_rule
        SELECT '01900000-0000-7000-8000-000000000101', r.position, r.kind, r.parameter, r.effect
          FROM policy_rule r JOIN policy_revision p ON p.id = r.policy_id
          WHERE p.shop = '*' AND p.revision = 1 AND r.kind <> 'WINDOW_AFTER_PLACEMENT'
        ON CONFLICT DO NOTHING;
      """;

  private final World world;
  private final Shop shop;

  public RetailShop(World world) {
    this(world, world.node());
  }

  /** Speaks to one of the nodes. */
  public RetailShop(World world, Node node) {
    this.world = world;
    this.shop = new Shop(node.uri(), Accounts.RETAIL.key(), world.settings());
  }

  /** Its way to the API. */
  public Shop api() {
    return shop;
  }

  /** Lets everybody know what he has to: the policy, the mapping, the payments. */
  public RetailShop prepare(RetailFile file) {
    permit(world.database());
    shop.send("PUT", "mappings/" + MAPPING, mapping(), Map.of()).ok();
    pay(file.payments());
    return this;
  }

  /**
   * Brings a file in and waits until its job is over or paused.
   *
   * @return the job
   */
  public JsonNode bring(RetailFile file) {
    return await(begin(file), Duration.ofMinutes(10));
  }

  /** Brings a file in; gives the id of its job. */
  public String begin(RetailFile file) {
    return shop.upload("imports?mapping=" + MAPPING, file.path(), "application/gzip").id();
  }

  /** Replays what the file took back and waits until all was asked for; gives the job. */
  public JsonNode replay(Duration atMost) {
    return await(shop.send("POST", "replays?channel=retail-csv", "", Map.of()).id(), atMost);
  }

  /** The job when it is over or paused. */
  public JsonNode await(String job, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    JsonNode last = JsonNodeFactory.instance.nullNode();
    while (System.nanoTime() < end) {
      try {
        last = shop.send("GET", "jobs/" + job, "", Map.of()).ok();
        if (OVER.contains(last.path("state").asText())) {
          return last;
        }
      } catch (UncheckedIOException gone) {
        // The node may be starting again.
        last = JsonNodeFactory.instance.nullNode();
      }
      pause();
    }
    throw new AssertionError(job + " is not over: " + last);
  }

  private void pay(Map<String, Long> payments) {
    ArrayNode seeds = JsonNodeFactory.instance.arrayNode();
    payments.forEach(
        (invoice, pence) -> {
          seeds
              .addObject()
              .put("id", "pi_retail_" + invoice)
              .put("amount", pence)
              .put("currency", "gbp");
          if (seeds.size() == SEEDS) {
            seed(seeds);
            seeds.removeAll();
          }
        });
    seed(seeds);
  }

  private void seed(ArrayNode seeds) {
    try {
      new JsonClient(world.settings().payment(), null).post("/control/seed", seeds.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mapping() {
    try (InputStream json = RetailShop.class.getResourceAsStream("/retail-mapping.json")) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void permit(Database database) {
    try (Connection connection = database.connect(Role.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(POLICY);
    } catch (SQLException e) {
      throw new IllegalStateException("The policy could not be added", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
