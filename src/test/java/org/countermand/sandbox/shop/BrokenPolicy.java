package org.countermand.sandbox.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;

/**
 * The newest policy of a shop has a rule that no release knows, until this is closed: while it
 * stands nothing of the shop can be judged.
 */
public final class BrokenPolicy implements AutoCloseable {

  private final Database database;
  private final UUID id = UUID.randomUUID();

  private BrokenPolicy(Database database) {
    this.database = database;
  }

  /** Adds it, as somebody would who is ahead of the release. */
  public static BrokenPolicy of(Database database, String shop) {
    BrokenPolicy policy = new BrokenPolicy(database);
    policy.change(
        "INSERT INTO policy_revision SELECT ?, '"
            + shop
            + "', 'ahead of its time', coalesce(max(revision), 0) + 1, '2000-01-01T00:00:00Z'"
            + " FROM policy_revision WHERE shop = '"
            + shop
            + "'");
    policy.change("INSERT INTO policy_rule VALUES (?, 1, 'PHASE_OF_THE_MOON', 'FULL', 'REVIEW')");
    return policy;
  }

  /** Takes it away; what was recorded meanwhile can be judged. */
  @Override
  public void close() {
    change("DELETE FROM policy_rule WHERE policy_id = ?");
    change("DELETE FROM policy_revision WHERE id = ?");
  }

  private void change(String sql) {
    try (Connection connection = database.connect(Role.OWNER);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
