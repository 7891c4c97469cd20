package org.countermand.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.countermand.sandbox.database.Database;
import org.countermand.sandbox.database.Role;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What lists need of orders that were there before there were lists, and how it is kept true. */
class ListsMigrationIT {

  private static final String ORDER = "01900000-0000-7000-8000-000000000001";

  @Test
  void what_was_there_is_counted_and_the_stage_follows_the_goods() throws Exception {
    try (Database database = Database.temporary()) {
      migrate(database, "2");
      run(
          database,
          Role.APP,
          "INSERT INTO shop_order VALUES ('%1$s', 'linden', 'Linden GmbH', 'web', 'L-1', 'MERCHANT',"
              + " 'EUR', 'NET', '2026-01-01', NULL, 'I-1', NULL, NULL, '', 0)",
          "INSERT INTO order_line VALUES ('01900000-0000-7000-8000-000000000002', '%1$s', 1, 'A',"
              + " 'A', 'ORDINARY', '', 2, 1000)",
          "INSERT INTO discount_share VALUES ('01900000-0000-7000-8000-000000000002', 1, '%1$s',"
              + " 'TEN', -100)",
          "INSERT INTO order_charge VALUES ('01900000-0000-7000-8000-000000000003', '%1$s', 1,"
              + " 'SHIPPING', 490)",
          "INSERT INTO tax_line VALUES ('01900000-0000-7000-8000-000000000002', 1, '%1$s', 'DE', 19,"
              + " 171)",
          "INSERT INTO fulfilment VALUES ('01900000-0000-7000-8000-000000000004', '%1$s', 1, 'W',"
              + " 'ALLOCATED'), ('01900000-0000-7000-8000-000000000005', '%1$s', 2, 'W', 'PACKED')",
          "INSERT INTO cancellation (id, number, order_id, shop, kind, state, basis_kind,"
              + " basis_text, currency, amount, reason, findings, by_person, received_at,"
              + " decided_at) VALUES ('01900000-0000-7000-8000-000000000006', 1, '%1$s', 'linden',"
              + " 'CANCELLATION', 'REFUSED', '', '', 'EUR', 0, '', '[]', false, '2026-01-02',"
              + " '2026-01-03')");

      migrate(database, "latest");

      assertThat(ask(database, "SELECT total || ' ' || stage FROM shop_order"))
          .isEqualTo("1561 PACKED");
      assertThat(ask(database, "SELECT channel || ' ' || updated_at::date FROM cancellation"))
          .isEqualTo("web 2026-01-03");
      run(database, Role.APP, "UPDATE fulfilment SET stage = 'HANDED_OVER' WHERE position = 1");
      assertThat(ask(database, "SELECT stage FROM shop_order")).isEqualTo("HANDED_OVER");
      assertThatThrownBy(
              () -> run(database, Role.APP, "UPDATE shop_order SET stage = 'NOT_STARTED'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  private static void migrate(Database database, String target) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), Role.OWNER.user(), Role.OWNER.password())
        .locations("classpath:db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private static void run(Database database, Role role, String... statements) throws SQLException {
    try (Connection connection = database.connect(role);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql.formatted(ORDER));
      }
    }
  }

  private static String ask(Database database, String query) throws SQLException {
    try (Connection connection = database.connect(Role.APP);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
