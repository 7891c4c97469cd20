package org.countermand.sandbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.countermand.platform.access.PartnerKeys;
import org.countermand.platform.access.PasswordHash;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;

/** The people and programs of the sandbox, with log-ins that everybody may know. */
public final class Accounts {

  /** Somebody of the service. */
  public record Agent(String name, String password, String shop, String role) {}

  /** A program of a shop. */
  public record Partner(String id, String key, String shop) {}

  /** Decides and looks, in every shop. */
  public static final Agent LEAD = new Agent("lena", "lena-decides", "*", "LEAD");

  /** Decides and looks too, so that two can want the same. */
  public static final Agent COLLEAGUE = new Agent("luis", "luis-decides", "*", "LEAD");

  /** Lets money go to bank accounts, in every shop. */
  public static final Agent FINANCE = new Agent("fiona", "fiona-pays", "*", "FINANCE");

  /** The same, so that two can decide at once. */
  public static final Agent TREASURER = new Agent("theo", "theo-pays", "*", "FINANCE");

  /** Looks and acts for customers. */
  public static final Agent CLERK = new Agent("carl", "carl-looks", "*", "CLERK");

  /** The web shop of the demonstration orders. */
  public static final Partner LINDEN =
      new Partner("linden-shop", "linden-partner-key-for-the-sandbox", "linden");

  /** The shop of the retail file. */
  public static final Partner RETAIL =
      new Partner("retail-shop", "retail-partner-key-for-the-sandbox", "retail");

  private Accounts() {}

  /**
   * Creates them where they are missing.
   *
   * @param iterations what it costs to try a password
   */
  static void create(Database database, int iterations) {
    try (Connection connection = database.connect(Role.OWNER)) {
      for (Agent agent : List.of(LEAD, COLLEAGUE, CLERK, FINANCE, TREASURER)) {
        insert(
            connection,
            "INSERT INTO agent_account (id, name, password_hash, shop, role, disabled)"
                + " VALUES (?, ?, ?, ?, ?, false) ON CONFLICT DO NOTHING",
            "agent-" + agent.name(),
            agent.name(),
            PasswordHash.of(agent.password().toCharArray(), iterations),
            agent.shop(),
            agent.role());
      }
      for (Partner partner : List.of(LINDEN, RETAIL)) {
        insert(
            connection,
            "INSERT INTO partner_key (id, key_digest, shop, name, disabled)"
                + " VALUES (?, ?, ?, ?, false) ON CONFLICT DO NOTHING",
            partner.id(),
            PartnerKeys.digest(partner.key()),
            partner.shop(),
            partner.id());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The accounts could not be created", e);
    }
  }

  private static void insert(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
