package org.countermand.platform.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads agent accounts; they are made and changed by an administrator's tools, never from here. */
@ApplicationScoped
class AgentAccounts {

  private static final String SELECT =
      "SELECT id, name, password_hash, shop, role, disabled FROM agent_account WHERE ";

  @Resource(lookup = "jdbc/countermand")
  DataSource database;

  Optional<AgentAccount> byId(String id) {
    return find("id = ?", id);
  }

  /** Whatever the case in which the name is typed. */
  Optional<AgentAccount> byName(String name) {
    return find("lower(name) = lower(CAST(? AS text))", name);
  }

  private Optional<AgentAccount> find(String condition, String value) {
    if (value.indexOf('\0') >= 0) {
      return Optional.empty(); // the database refuses the character, so no account has it
    }
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(SELECT + condition)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(account(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Agent accounts could not be read", e);
    }
  }

  private static AgentAccount account(ResultSet row) throws SQLException {
    return new AgentAccount(
        row.getString("id"),
        row.getString("name"),
        row.getString("password_hash"),
        row.getString("shop"),
        AgentRole.valueOf(row.getString("role")),
        row.getBoolean("disabled"));
  }
}
