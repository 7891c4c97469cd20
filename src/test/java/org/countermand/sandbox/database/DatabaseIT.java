package org.countermand.sandbox.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {

  @Test
  void commits_survive_a_killed_server_and_a_second_start(@TempDir Path folder) throws Exception {
    try (Database first = Database.start(folder, 0)) {
      run(first, Role.OWNER, "CREATE TABLE note (text text)", "INSERT INTO note VALUES ('kept')");
      kill(first);
    }
    try (Database second = Database.start(folder, 0)) {
      assertThat(ask(second, Role.OWNER, "SELECT text FROM note")).isEqualTo("kept");
    }
  }

  @Test
  void only_the_owner_creates_tables_and_a_commit_waits_for_the_disk() throws Exception {
    try (Database database = Database.temporary()) {
      run(
          database,
          Role.OWNER,
          "CREATE TABLE note (text text)",
          "GRANT SELECT, INSERT ON note TO countermand_app");
      run(database, Role.APP, "INSERT INTO note VALUES ('written')");

      assertThatThrownBy(() -> run(database, Role.APP, "CREATE TABLE mine (text text)"))
          .hasMessageContaining("permission denied for schema public");
      assertThatThrownBy(() -> run(database, Role.APP, "DELETE FROM note"))
          .hasMessageContaining("permission denied for table note");
      assertThat(ask(database, Role.APP, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(database, Role.APP, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(database, Role.APP, "SHOW max_connections")).isEqualTo("200");
      assertThat(ask(database, Role.APP, "SELECT lower('ÄÖÜ')")).isEqualTo("äöü");
    }
  }

  private static void kill(Database database) throws Exception {
    ProcessHandle server = ProcessHandle.of(database.pid()).orElseThrow();
    server.destroyForcibly();
    server.onExit().get();
  }

  private static void run(Database database, Role role, String... statements) throws SQLException {
    try (Connection connection = database.connect(role);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String ask(Database database, Role role, String query) throws SQLException {
    try (Connection connection = database.connect(role);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
