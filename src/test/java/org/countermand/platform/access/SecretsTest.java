package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Startup;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void a_missing_secret_stops_the_start() {
    Secrets secrets = new Secrets();
    secrets.configured = Optional.empty();
    assertThatThrownBy(() -> secrets.check(new Startup()))
        .hasMessageContaining("countermand.secret is missing")
        .hasMessageContaining("openssl rand -base64 32");
  }

  @Test
  void a_short_secret_stops_the_start_and_is_not_repeated_in_the_message() {
    String secret = Base64.getEncoder().encodeToString(new byte[31]);
    assertThatThrownBy(() -> Secrets.of(secret).check(new Startup()))
        .hasMessageContaining("only 31 bytes")
        .hasMessageNotContaining(secret);
  }

  @Test
  void a_secret_that_is_not_base64_stops_the_start() {
    assertThatThrownBy(() -> Secrets.of("!".repeat(64)).check(new Startup()))
        .hasMessageContaining("is not base64");
  }

  @Test
  void each_purpose_has_its_own_key_and_each_secret_other_keys() {
    Secrets secrets = Keys.secrets(1);
    assertThat(secrets.key("a")).hasSize(32).isEqualTo(Keys.secrets(1).key("a"));
    assertThat(secrets.key("a")).isNotEqualTo(secrets.key("b"));
    assertThat(secrets.key("a")).isNotEqualTo(Keys.secrets(2).key("a"));
  }
}
