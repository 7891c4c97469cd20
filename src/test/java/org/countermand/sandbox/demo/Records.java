package org.countermand.sandbox.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.countermand.refund.model.Terms;
import org.countermand.refund.model.TermsText;
import org.countermand.sandbox.Accounts;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;

/**
 * What Countermand already has of the demonstration. A shop would keep this in books of its own;
 * the sandbox looks into the database, so that both are always forgotten together.
 */
final class Records {

  private final Database database;

  Records(Database database) {
    this.database = database;
  }

  /** The terms on which Linden sells. */
  void terms(Terms terms) {
    try (Connection connection = database.connect(Role.OWNER);
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO terms_revision VALUES (gen_random_uuid(), ?, 'demonstration', 1,"
                    + " '2020-01-01T00:00:00Z', ?) ON CONFLICT DO NOTHING")) {
      statement.setString(1, Accounts.LINDEN.shop());
      statement.setString(2, TermsText.of(terms));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The terms cannot be written down", e);
    }
  }

  /** When an order was placed, if it is there. */
  Optional<Instant> placedAt(String number) {
    return ask(
            "SELECT placed_at FROM shop_order WHERE shop = ? AND channel_number = ?",
            Accounts.LINDEN.shop(),
            number,
            OffsetDateTime.class)
        .map(OffsetDateTime::toInstant);
  }

  /** Whether a request was made under this key. */
  boolean asked(String key) {
    return ask(
            "SELECT received_at FROM request_record WHERE actor_id = ? AND idempotency_key = ?",
            Accounts.LINDEN.id(),
            key,
            OffsetDateTime.class)
        .isPresent();
  }

  private <T> Optional<T> ask(String sql, String first, String second, Class<T> type) {
    try (Connection connection = database.connect(Role.APP);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, first);
      statement.setString(2, second);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, type)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be asked", e);
    }
  }
}
