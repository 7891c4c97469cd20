package org.countermand.sandbox.generator;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.countermand.audit.model.Leaf;
import org.countermand.tax.model.NumberSeries;

/** How far the books have counted: numbers that go on where they stand. */
final class Standing {

  /** The same that the application's sequencer takes, so that only one of them chains. */
  private static final long CHAIN_LOCK = 4_711_001L;

  private long cancellation;
  private Leaf leaf;
  private final Map<String, Long> documents = new TreeMap<>();

  private Standing(long cancellation, Leaf leaf) {
    this.cancellation = cancellation;
    this.leaf = leaf;
  }

  /** Of books in which nothing stands yet. */
  static Standing empty() {
    return new Standing(0, new Leaf(0, new UUID(0, 0), "", Leaf.ROOT));
  }

  /**
   * Of a database. Reserves the numbers of so many cancellations, and locks what it counts on until
   * the transaction ends.
   */
  static Standing of(Connection connection, int cancellations) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(" + CHAIN_LOCK + ")");
      long last = 0;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT setval('cancellation_number', greatest(1, "
                  + cancellations
                  + " + (SELECT CASE WHEN is_called THEN last_value ELSE 0 END"
                  + " FROM cancellation_number)))")) {
        row.next();
        last = row.getLong(1) - cancellations;
      }
      Standing standing = new Standing(Math.max(0, last), leaf(statement));
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT series, year, legal_entity, last_number FROM document_series FOR UPDATE")) {
        while (rows.next()) {
          standing.documents.put(
              key(rows.getString(1), rows.getString(2), rows.getString(3)), rows.getLong(4));
        }
      }
      return standing;
    }
  }

  private static Leaf leaf(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT * FROM audit_leaf ORDER BY number DESC LIMIT 1")) {
      return row.next()
          ? new Leaf(
              row.getLong("number"),
              row.getObject("entry_id", UUID.class),
              row.getString("entry_digest"),
              row.getString("chain"))
          : empty().leaf;
    }
  }

  /** Writes back how far it was counted. */
  void save(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "INSERT INTO document_series VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (legal_entity, series, year) DO UPDATE SET last_number = excluded.last_number")) {
      for (Map.Entry<String, Long> document : documents.entrySet()) {
        String[] key = document.getKey().split(" ", 3);
        statement.setString(1, key[2]);
        statement.setString(2, key[0]);
        statement.setString(3, key[1]);
        statement.setLong(4, document.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  long nextCancellation() {
    return ++cancellation;
  }

  long nextDocument(NumberSeries series) {
    return documents.merge(
        key(series.series(), series.year(), series.legalEntity()), 1L, Long::sum);
  }

  private static String key(String series, String year, String legalEntity) {
    return series + " " + year + " " + legalEntity;
  }

  Leaf nextLeaf(UUID entryId, String text) {
    leaf = Leaf.next(leaf.number() + 1, entryId, text, leaf.chain());
    return leaf;
  }
}
