package org.countermand.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.countermand.sandbox.World;
import org.countermand.sandbox.database.Role;
import org.countermand.sandbox.host.Caller;
import org.countermand.sandbox.node.Node;
import org.countermand.sandbox.shop.Shop.PlacedOrder;

/**
 * Stops a transaction until it is closed, such as the one that completes a cancellation: the moment
 * before a commit is too short to be hit by chance.
 */
final class Gate implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final long KEY = 4_711;

  private static final String WAITING =
      "SELECT a.client_port FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
          + " WHERE l.locktype = 'advisory' AND NOT l.granted AND l.classid = 0 AND l.objid = "
          + KEY;

  private final World world;
  private final String table;
  private final Connection keeper;

  private Gate(World world, String table, Connection keeper) {
    this.world = world;
    this.table = table;
    this.keeper = keeper;
  }

  /** Shuts the way to COMPLETED for the cancellations of one order. */
  static Gate beforeTheEndOf(World world, PlacedOrder order) throws SQLException {
    return shut(
        world,
        "cancellation",
        "NEW.state = 'COMPLETED' AND NEW.order_id = '" + UUID.fromString(order.id()) + "'");
  }

  /** Lets nobody claim a question about the payment of one order. */
  static Gate beforeTheQuestionAbout(World world, PlacedOrder order) throws SQLException {
    return shut(
        world,
        "gateway_question",
        "NEW.owner IS NOT NULL AND OLD.owner IS NULL AND NEW.reference = '"
            + order.payment().replaceAll("\\W", "")
            + "'");
  }

  private static Gate shut(World world, String table, String when) throws SQLException {
    return before(world, "UPDATE", table, when);
  }

  /** Shuts the way to some rows: who inserts or updates one of them waits. */
  static Gate before(World world, String event, String table, String when) throws SQLException {
    Gate gate = new Gate(world, table, world.database().connect(Role.OWNER));
    gate.execute("SELECT pg_advisory_lock(" + KEY + ")");
    gate.execute(
        "CREATE FUNCTION wait_at_the_gate() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN PERFORM pg_advisory_xact_lock_shared("
            + KEY
            + "); RETURN NEW; END'");
    gate.execute(
        "CREATE TRIGGER gate BEFORE "
            + event
            + " ON "
            + table
            + " FOR EACH ROW WHEN ("
            + when
            + ") EXECUTE FUNCTION wait_at_the_gate()");
    return gate;
  }

  /** The node that stands before the gate, once one does. */
  Node whoWaits() throws SQLException {
    Eventually.so(SOON, "nobody stands before the gate", () -> port() > 0);
    long pid = Caller.pid(port());
    return world.nodes().stream().filter(node -> node.pid() == pid).findFirst().orElseThrow();
  }

  /** Asked as the application: whose session it is, and from where, others are not shown. */
  private int port() {
    try (Connection application = world.database().connect(Role.APP);
        Statement statement = application.createStatement();
        ResultSet row = statement.executeQuery(WAITING)) {
      return row.next() ? row.getInt(1) : 0;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = keeper.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Opens the gate, for who still stands there and for all who come, and takes it away. */
  @Override
  public void close() throws SQLException {
    try (keeper) {
      execute("SELECT pg_advisory_unlock(" + KEY + ")");
      execute("DROP TRIGGER gate ON " + table);
      execute("DROP FUNCTION wait_at_the_gate()");
    }
  }
}
