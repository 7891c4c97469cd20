package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the application may not do to its own tables. */
class GrantsOfAccessTest {

  @Test
  void the_application_cannot_make_accounts_or_keys_or_lengthen_a_challenge() throws Exception {
    AccessDatabase database = AccessDatabase.shared();
    for (String sql :
        List.of(
            "INSERT INTO agent_account VALUES ('x', 'x', 'x', '*', 'LEAD', false)",
            "UPDATE agent_account SET role = 'LEAD'",
            "DELETE FROM agent_account",
            "UPDATE partner_key SET disabled = false",
            "UPDATE access_challenge SET expires_at = now()",
            "TRUNCATE rate_limit")) {
      assertThatThrownBy(() -> database.asApplication(sql))
          .as(sql)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }
}
