package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private final SetClock clock = new SetClock();
  private final Tokens tokens = Keys.tokens(Keys.secrets(1), clock);

  @Test
  void says_what_was_signed_whatever_the_letters() {
    String token = tokens.sign("p", HOUR, "a.b", "", "Grüße 😀");
    assertThat(token).matches("[A-Za-z0-9._-]+");
    assertThat(tokens.verify("p", token)).contains(List.of("a.b", "", "Grüße 😀"));
  }

  @Test
  void is_believed_on_another_node_with_the_same_secret_only() {
    String token = tokens.sign("p", HOUR, "a");
    assertThat(Keys.tokens(Keys.secrets(1), clock).verify("p", token)).isPresent();
    assertThat(Keys.tokens(Keys.secrets(2), clock).verify("p", token)).isEmpty();
  }

  @Test
  void is_believed_for_its_purpose_only() {
    assertThat(tokens.verify("q", tokens.sign("p", HOUR, "a"))).isEmpty();
  }

  @Test
  void ends_at_its_expiry() {
    String token = tokens.sign("p", HOUR, "a");
    clock.advance(HOUR.minusSeconds(1));
    assertThat(tokens.verify("p", token)).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.verify("p", token)).isEmpty();
  }

  @Test
  void any_changed_letter_spoils_it() {
    String token = tokens.sign("p", HOUR, "agent-1");
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens.verify("p", changed)).as(changed).isEmpty();
    }
  }

  @Test
  void fields_cannot_be_moved_between_each_other() {
    String one = tokens.sign("p", HOUR, "ab", "c");
    String other = tokens.sign("p", HOUR, "a", "bc");
    assertThat(one).isNotEqualTo(other);
    assertThat(one.substring(one.lastIndexOf('.')))
        .isNotEqualTo(other.substring(other.lastIndexOf('.')));
  }

  @Test
  void what_is_no_token_is_refused_quietly() {
    for (String text : List.of("", ".", "....", "1.2.3", "x".repeat(100_000), "1.9999999999.")) {
      assertThat(tokens.verify("p", text)).isEmpty();
    }
  }
}
