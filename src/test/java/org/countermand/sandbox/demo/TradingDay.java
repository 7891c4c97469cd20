package org.countermand.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import org.countermand.channel.csv.RetailCsv;
import org.countermand.channel.model.OrderDay;
import org.countermand.kernel.Decision;
import org.countermand.order.model.NewOrder;
import org.countermand.order.model.Tender;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.Settings;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.http.JsonClient;
import org.countermand.sandbox.shop.Shop;

/**
 * The first day of a real wholesaler's year (UCI Online Retail II, CC BY 4.0), brought in as the
 * file that it is. A second time changes nothing.
 */
public final class TradingDay {

  private static final String FILE = "data/retail/online_retail_2009-2010.csv.gz";

  /**
   * A policy of its own for this shop: by the policy for every shop the time to cancel was over
   * years ago, and every order of the file would wait for a person.
   */
  private static final String POLICY =
      """
      INSERT INTO policy_revision VALUES
        ('01900000-0000-7000-8000-000000000101', 'retail', 'without a window', 1, '2000-01-01T00:00:00Z')
        ON CONFLICT DO NOTHING;
      INSERT INTO policy_rule
        SELECT '01900000-0000-7000-8000-000000000101', r.position, r.kind, r.parameter, r.effect
          FROM policy_rule r JOIN policy_revision p ON p.id = r.policy_id
          WHERE p.shop = '*' AND p.revision = 1 AND r.kind <> 'WINDOW_AFTER_PLACEMENT'
        ON CONFLICT DO NOTHING;
      """;

  private TradingDay() {}

  /**
   * Where the file is looked for: below the folder that the system property {@code
   * countermand.shared} names.
   */
  public static Path file() {
    return Path.of(System.getProperty("countermand.shared", "../shared")).resolve(FILE);
  }

  /**
   * Lets the payment server know the day's payments and imports the day.
   *
   * @return Countermand's report on every row
   * @throws IllegalStateException if the file cannot be read or the import is refused
   */
  public static JsonNode bring(World world, Path file) {
    permit(world.database());
    pay(world.settings(), read(file));
    return new Shop(world.node().uri(), Accounts.RETAIL.key(), world.settings())
        .upload("imports", file, "application/gzip")
        .ok();
  }

  private static OrderDay read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      if (new RetailCsv().read(stream, Optional.empty()) instanceof Decision.Accepted<OrderDay> y) {
        return y.value();
      }
      throw new IllegalStateException("No orders can be read from " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pay(Settings settings, OrderDay day) {
    ArrayNode seeds = JsonNodeFactory.instance.arrayNode();
    for (NewOrder order : day.orders()) {
      Tender tender = order.order().tenders().get(0);
      seeds
          .addObject()
          .put("id", tender.reference())
          .put("amount", tender.captured().minor())
          .put("currency", tender.captured().currency().getCurrencyCode().toLowerCase(Locale.ROOT));
    }
    try {
      new JsonClient(settings.payment(), null).post("/control/seed", seeds.toString());
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
}
