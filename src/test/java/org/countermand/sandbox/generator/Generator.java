package org.countermand.sandbox.generator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countermand.consent.store.DisclosureFiles;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills a database with orders and cancellations and all that they leave behind, for load and for
 * looking: {@code new Generator(1).orders(200_000).cancellations(60_000).into(connection)}.
 *
 * <p>Few articles and few customers have most of the orders; people buy in the evening, live in
 * eleven countries and pay in five currencies. Most cancellations are completed, by consent or
 * declaration, whole or in part; some are in review, denied, refused or taken back; none is under
 * way. Amounts, verdicts and texts are made by the application's own rules. The same seed makes the
 * same rows; numbers go on where the database stands, so that several seeds can follow one another.
 */
public final class Generator {

  /** The moment that the story ends at, unless another is told. */
  public static final Instant UNTIL = Instant.parse("2026-11-01T00:00:00Z");

  private final long seed;
  private int orders = 1000;
  private int cancellations = 300;
  private Instant until = UNTIL;
  private LedgerSink ledger = LedgerSink.NONE;

  /**
   * A generator.
   *
   * @param seed stands in the numbers of its orders, so that each can be used once in a database
   */
  public Generator(long seed) {
    this.seed = seed;
  }

  /** So many orders, over the four hundred days before the end. */
  public Generator orders(int count) {
    orders = count;
    return this;
  }

  /** So many cancellations, at most as many as orders. */
  public Generator cancellations(int count) {
    cancellations = count;
    return this;
  }

  /** Nothing happens after this moment. */
  public Generator until(Instant end) {
    until = end;
    return this;
  }

  /** Who is told of the payments. */
  public Generator ledger(LedgerSink sink) {
    ledger = sink;
    return this;
  }

  /**
   * Makes all of it in one transaction, and commits it.
   *
   * @param connection to a migrated database, as the owner of its tables; its work so far is
   *     committed with it
   * @throws SQLException when the database refuses it, as for a seed that was used before; then
   *     nothing is left behind but gaps in the numbers of cancellations
   * @throws IOException when the ledger's teller fails
   */
  public Generated into(Connection connection) throws SQLException, IOException {
    boolean before = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      long begun = System.nanoTime();
      long rows = fill(connection);
      connection.commit();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      analyze(connection);
      connection.commit();
      return new Generated(orders, cancellations, rows, took);
    } catch (SQLException | IOException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(before);
    }
  }

  /** Makes all of it in the transaction that is open; gives how many rows. */
  long fill(Connection connection) throws SQLException, IOException {
    Standing standing = Standing.of(connection, cancellations);
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    long rows;
    try (Conveyor conveyor =
        new Conveyor(
            (table, sheet) -> copy.copyIn(table.copy(), new ByteArrayInputStream(sheet)))) {
      rows = print(standing, conveyor);
      conveyor.finish();
    }
    standing.save(connection);
    return rows;
  }

  /** Makes all of it, wherever it goes. */
  long print(Standing standing, Sheets.Press press) throws SQLException, IOException {
    if (cancellations > orders) {
      throw new IllegalArgumentException("More cancellations than orders");
    }
    return new Run(seed, orders, cancellations, until, standing, new DisclosureFiles(), ledger)
        .print(press);
  }

  /** The planner must not think that the tables are as empty as they were. */
  private static void analyze(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "ANALYZE "
              + Stream.of(Table.values())
                  .map(table -> table.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", ")));
    }
  }
}
