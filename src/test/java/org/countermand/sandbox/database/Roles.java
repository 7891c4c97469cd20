package org.countermand.sandbox.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Sets up the roles and the database they share; may be repeated at every start. */
final class Roles {

  private Roles() {}

  /** As superuser, in the database {@code postgres}. */
  static void createOutside(Connection superuser) throws SQLException {
    for (Role role : Role.values()) {
      if (!exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", role.user())) {
        execute(superuser, "CREATE ROLE " + role.user());
      }
      execute(
          superuser,
          "ALTER ROLE %s WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s'"
              .formatted(role.user(), role.password()));
    }
    if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", Database.NAME)) {
      execute(superuser, "CREATE DATABASE %s OWNER %s".formatted(Database.NAME, Role.OWNER.user()));
    }
  }

  /** As superuser, in the shared database. */
  static void grantInside(Connection superuser) throws SQLException {
    String owner = Role.OWNER.user();
    String app = Role.APP.user();
    execute(superuser, "ALTER SCHEMA public OWNER TO " + owner);
    execute(superuser, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
    execute(superuser, "REVOKE ALL ON DATABASE " + Database.NAME + " FROM PUBLIC");
    execute(superuser, "GRANT USAGE ON SCHEMA public TO " + app);
    // Temporary tables stage what COPY brings; they need no right to create anything that lasts.
    execute(superuser, "GRANT CONNECT, TEMPORARY ON DATABASE " + Database.NAME + " TO " + app);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
