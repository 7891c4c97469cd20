package org.countermand.proof;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Properties;

/**
 * Countermand's tables as they stand at one moment: one transaction that reads only and sees one
 * snapshot. Rows are streamed, so that their number does not matter to the heap.
 */
final class Books implements AutoCloseable {

  private static final int FETCH = 1000;

  private final Connection connection;

  /** Reads what this connection sees; it must not commit by itself. */
  Books(Connection connection) {
    this.connection = connection;
  }

  /** Opens the books at this moment. */
  static Books open(String url, String user, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "countermand proof");
    Connection connection = DriverManager.getConnection(url, properties);
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return new Books(connection);
  }

  /** What is done with a row. */
  interface Reading {
    void read(ResultSet row) throws SQLException;
  }

  /** Work that may fail without spoiling what comes after it. */
  interface Examination {
    void run() throws java.io.IOException, SQLException;
  }

  /** Reads all rows, one after the other. */
  void each(String sql, Reading reading, Object... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reading.read(rows);
        }
      }
    }
  }

  /** The one number that a query gives. */
  long number(String sql) throws SQLException {
    long[] number = new long[1];
    each(sql, row -> number[0] = row.getLong(1));
    return number[0];
  }

  /** Second of the snapshot, by the database's clock. */
  long second() throws SQLException {
    return number("SELECT floor(extract(epoch FROM now()))::bigint");
  }

  /** An array of texts that fits into a query. */
  java.sql.Array texts(java.util.Collection<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  /** A query that the database refuses does not end the transaction for the others. */
  void apart(Examination examination) throws java.io.IOException, SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      examination.run();
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      connection.rollback(before);
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
