package org.countermand.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * This running server. It takes a fresh number at every start and holds an advisory lock on it, on
 * a connection of its own; when the process dies, the database drops the lock, and whatever was
 * claimed under the number is free at once. Nobody has to wait for a lease to run out.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Node {

  /** The first key of the lock, as {@code node_alive} in the database knows it. */
  private static final int LOCK_CLASS = 1_129_204_301;

  /** Between two looks at the lifeline, in nanoseconds. */
  private static final long BREATH = 1_000_000_000;

  @Resource(lookup = "jdbc/countermandNode")
  private DataSource source;

  private @Nullable Connection lifeline;
  private int number;
  private long asked;

  @PostConstruct
  void begin() {
    number();
  }

  /**
   * The number under which this server claims work. If the lifeline was lost, a new number is
   * taken: what was claimed under the old one may be taken over, and attempts make that harmless.
   * They do so however late the loss is noticed, so the lifeline is asked once a second at most.
   */
  public synchronized int number() {
    if (lifeline != null && System.nanoTime() - asked < BREATH) {
      return number;
    }
    try {
      if (lifeline == null || !lifeline.isValid(2)) {
        lifeline = source.getConnection();
        try (Statement statement = lifeline.createStatement();
            ResultSet row =
                statement.executeQuery(
                    "SELECT n, pg_advisory_lock("
                        + LOCK_CLASS
                        + ", n) FROM (SELECT nextval('node_number')::int AS n) AS next")) {
          row.next();
          number = row.getInt(1);
        }
      }
      asked = System.nanoTime();
      return number;
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be reached", e);
    }
  }

  /**
   * Gives the number back. Closing alone would not: the connection goes back to its pool, and the
   * lock with it, and an application that was taken down would count as alive.
   */
  @PreDestroy
  synchronized void end() {
    if (lifeline == null) {
      return;
    }
    try (Connection last = lifeline;
        Statement statement = last.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock_all()");
    } catch (SQLException e) {
      // The process ends, and the lock with it.
      java.util.logging.Logger.getLogger(Node.class.getName()).fine(e.getMessage());
    }
  }
}
