package org.countermand.platform.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.countermand.kernel.AccessCode;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Ids;

/**
 * Challenges that a customer meets with a code mailed to the address of his order.
 *
 * <p>A challenge is opened for everybody who asks, also where no order was found, so that the page
 * says nothing about which orders exist. It lives for 15 minutes, bears five tries and is met once.
 * A challenge for nobody can never be met.
 */
@ApplicationScoped
public class AccessCodes {

  static final Duration VALIDITY = Duration.ofMinutes(15);
  static final int TRIES = 5;

  private static final String OPEN =
      "INSERT INTO access_challenge (id, order_id, shop, expires_at) VALUES (?, ?, ?, ?)";

  /**
   * Counts, checks and uses up in one statement, so that a hundred tries at once are five. A wrong
   * try does not wait for the disk: a challenge that does not exist has nothing to write, and would
   * answer sooner.
   */
  private static final String TRY =
      """
      UPDATE access_challenge
         SET tries = tries + 1,
             used_at = CASE WHEN ? AND order_id IS NOT NULL THEN CAST(? AS timestamptz) END
       WHERE id = ? AND used_at IS NULL AND tries < ? AND expires_at > ?
      RETURNING order_id, shop, used_at IS NOT NULL AS met,
                CASE WHEN used_at IS NULL THEN set_config('synchronous_commit', 'off', true) END
      """;

  /** Steps around what another node is deleting, or the two could wait for each other. */
  private static final String FORGET =
      """
      DELETE FROM access_challenge WHERE id IN
        (SELECT id FROM access_challenge WHERE expires_at < ? LIMIT 1000 FOR UPDATE SKIP LOCKED)
      """;

  @Resource(lookup = "jdbc/countermand")
  DataSource database;

  @Inject Secrets secrets;
  @Inject Clock clock;
  @Inject Sweeping sweeping;

  /**
   * Opens a challenge, in the caller's transaction if there is one. How many a person may open is
   * for the caller to limit.
   *
   * @param orderId the order that meeting it opens, or nothing for an order that was not found
   * @return the id to show in the page and to write the mail from; never the code
   */
  public UUID open(Optional<UUID> orderId, String shop) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(OPEN)) {
      statement.setObject(1, id);
      statement.setString(2, orderId.map(UUID::toString).orElse(null));
      statement.setString(3, shop);
      statement.setObject(4, utc(now.plus(VALIDITY)));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A challenge could not be opened", e);
    }
    if (sweeping.isDue()) {
      forget(now.minus(Duration.ofDays(1)));
    }
    return id;
  }

  /**
   * Tries a code. The try is counted whatever becomes of the caller's transaction.
   *
   * @return what meeting the challenge opens; nothing, after the same work, if the code is wrong or
   *     the challenge is unknown, expired, used or tried too often
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public Optional<Grant> check(UUID challengeId, String code) {
    boolean right = Digest.same(AccessCode.of(secrets.key(AccessCode.PURPOSE), challengeId), code);
    OffsetDateTime now = utc(clock.instant());
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(TRY)) {
      statement.setBoolean(1, right);
      statement.setObject(2, now);
      statement.setObject(3, challengeId);
      statement.setInt(4, TRIES);
      statement.setObject(5, now);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean("met")
            ? Optional.of(
                new Grant(UUID.fromString(row.getString("order_id")), row.getString("shop")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A code could not be checked", e);
    }
  }

  void forget(Instant before) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setObject(1, utc(before));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Old challenges could not be forgotten", e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
