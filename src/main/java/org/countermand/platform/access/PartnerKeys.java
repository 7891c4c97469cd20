package org.countermand.platform.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Digest;

/**
 * Knows partners by their keys. A key is long and random, so its plain SHA-256 is stored: nothing
 * that is stored can be turned into a key.
 */
@ApplicationScoped
public class PartnerKeys {

  private static final String SELECT =
      "SELECT id, shop, key_digest FROM partner_key WHERE key_digest = ? AND NOT disabled";

  @Resource(lookup = "jdbc/countermand")
  DataSource database;

  /** What is stored for a key, in column {@code key_digest}. */
  public static String digest(String key) {
    return Digest.sha256(key);
  }

  /** The partner with this key, unless it is disabled. */
  Optional<Actor.Partner> partner(String key) {
    String digest = digest(key);
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setString(1, digest);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && Digest.same(digest, row.getString("key_digest"))
            ? Optional.of(new Actor.Partner(row.getString("id"), row.getString("shop")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Partner keys could not be read", e);
    }
  }
}
