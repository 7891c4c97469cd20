package org.countermand.sandbox.generator;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.countermand.sandbox.database.Role;

/**
 * Fills a running sandbox with orders and cancellations.
 *
 * <p>System properties {@code countermand.generate.…}: {@code orders}, {@code cancellations},
 * {@code seed}, {@code until} (an instant), {@code database} and {@code gateway} (addresses; {@code
 * none} for no gateway). What is left out is as a sandbox on this machine has it.
 */
public final class Generate {

  private Generate() {}

  /** Generates and says how much and how fast; exit code 1 when the sandbox refuses it. */
  public static void main(String[] arguments) {
    Generator generator =
        new Generator(Long.parseLong(get("seed", "1")))
            .orders(Integer.parseInt(get("orders", "2000")))
            .cancellations(Integer.parseInt(get("cancellations", "600")))
            .until(Instant.parse(get("until", Generator.UNTIL.toString())));
    String gateway = get("gateway", "http://localhost:8420");
    String url = get("database", "jdbc:postgresql://127.0.0.1:54329/countermand");
    try (Connection connection =
        DriverManager.getConnection(url, Role.OWNER.user(), Role.OWNER.password())) {
      Generated made = generate(generator, gateway, connection);
      System.out.printf(
          "%,d orders and %,d cancellations: %,d rows in %,d ms, %,d a second%n",
          made.orders(),
          made.cancellations(),
          made.rows(),
          made.took().toMillis(),
          made.rowsPerSecond());
    } catch (SQLException | IOException e) {
      System.err.println("Not generated: " + e.getMessage());
      System.exit(1);
    }
  }

  private static Generated generate(Generator generator, String gateway, Connection connection)
      throws SQLException, IOException {
    if (gateway.equals("none")) {
      return generator.into(connection);
    }
    try (PaymentSeeding seeding = new PaymentSeeding(URI.create(gateway))) {
      return generator.ledger(seeding).into(connection);
    }
  }

  private static String get(String name, String otherwise) {
    return System.getProperty("countermand.generate." + name, otherwise);
  }
}
