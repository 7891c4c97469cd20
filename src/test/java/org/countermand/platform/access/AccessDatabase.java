package org.countermand.platform.access;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL with the tables of access, owned by one role and used by the other; started once for
 * all tests and ended with the JVM.
 */
final class AccessDatabase {

  private static final Path MIGRATION = Path.of("src/main/resources/db/migration/V002__access.sql");

  private static AccessDatabase shared;

  private final EmbeddedPostgres server;

  static synchronized AccessDatabase shared() throws IOException, SQLException {
    if (shared == null) {
      shared = new AccessDatabase();
    }
    return shared;
  }

  /** As before the first row. */
  AccessDatabase emptied() throws SQLException {
    asOwner("TRUNCATE agent_account, partner_key, access_challenge, rate_limit");
    return this;
  }

  private AccessDatabase() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
    as("postgres", "CREATE ROLE countermand_owner LOGIN");
    as("postgres", "CREATE ROLE countermand_app LOGIN");
    as("postgres", "ALTER SCHEMA public OWNER TO countermand_owner");
    as("countermand_owner", Files.readString(MIGRATION));
  }

  /**
   * As the application has it: with the rights that the migration grants, and the driver's mode.
   */
  DataSource application() throws SQLException {
    PGSimpleDataSource source =
        (PGSimpleDataSource) server.getDatabase("countermand_app", "postgres");
    source.setStringType("unspecified");
    return source;
  }

  void asOwner(String sql) throws SQLException {
    as("countermand_owner", sql);
  }

  void asApplication(String sql) throws SQLException {
    as("countermand_app", sql);
  }

  private void as(String role, String sql) throws SQLException {
    try (Connection connection = server.getDatabase(role, "postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
