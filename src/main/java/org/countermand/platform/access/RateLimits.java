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
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.countermand.kernel.Digest;

/**
 * Counts what people try, over all nodes, in fixed windows: at worst twice the limit passes around
 * the end of a window. Commits by itself, so a try counts even if what was tried is rolled back.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class RateLimits {

  private static final Duration LONGEST = Duration.ofDays(1);

  /** Stops counting far above any limit, so that no flood overflows the column. */
  private static final String COUNT =
      """
      INSERT INTO rate_limit AS seen (bucket, window_start, count) VALUES (?, ?, 1)
      ON CONFLICT (bucket, window_start) DO UPDATE SET count = least(seen.count, 1000000) + 1
      RETURNING count
      """;

  /** Steps around what another node is deleting, or the two could wait for each other. */
  private static final String FORGET =
      """
      DELETE FROM rate_limit WHERE (bucket, window_start) IN
        (SELECT bucket, window_start FROM rate_limit WHERE window_start < ?
          LIMIT 1000 FOR UPDATE SKIP LOCKED)
      """;

  @Resource(lookup = "jdbc/countermand")
  DataSource database;

  @Inject Secrets secrets;
  @Inject Clock clock;
  @Inject Sweeping sweeping;

  /**
   * Counts one more try and says whether it is still within the limit.
   *
   * @param bucket what is counted and for whom, as {@code "login/name/anna"}; only a keyed digest
   *     of it is stored, so it may hold an address or a name
   * @param limit how many tries a window has
   * @param window how long a window is, at most a day
   */
  public boolean allow(String bucket, int limit, Duration window) {
    if (window.compareTo(LONGEST) > 0 || window.toSeconds() < 1) {
      throw new IllegalArgumentException("A window lasts from a second to a day, not " + window);
    }
    Instant now = clock.instant();
    long start = now.getEpochSecond() - now.getEpochSecond() % window.toSeconds();
    String digest = Digest.hmacHex(secrets.key("rate-limit"), window + "/" + bucket);
    try (Connection connection = database.getConnection()) {
      boolean within = count(connection, digest, Instant.ofEpochSecond(start)) <= limit;
      if (sweeping.isDue()) {
        forget(connection, now.minus(LONGEST));
      }
      return within;
    } catch (SQLException e) {
      throw new IllegalStateException("Tries could not be counted", e);
    }
  }

  private static int count(Connection connection, String bucket, Instant start)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      statement.setString(1, bucket);
      statement.setObject(2, start.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt("count");
      }
    }
  }

  private static void forget(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
      statement.setObject(1, before.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }
}
