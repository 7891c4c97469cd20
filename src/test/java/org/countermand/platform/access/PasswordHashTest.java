package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  @Test
  void the_password_matches_and_no_other_does() {
    String stored = PasswordHash.of("Käse, 4711".toCharArray());
    assertThat(stored).startsWith("pbkdf2-sha256$600000$").doesNotContain("4711");
    assertThat(PasswordHash.matches("Käse, 4711".toCharArray(), stored)).isTrue();
    assertThat(PasswordHash.matches("käse, 4711".toCharArray(), stored)).isFalse();
  }

  @Test
  void equal_passwords_have_different_hashes() {
    char[] password = "a".toCharArray();
    assertThat(PasswordHash.of(password, 1000)).isNotEqualTo(PasswordHash.of(password, 1000));
    assertThat(PasswordHash.matches(new char[0], PasswordHash.of(password, 1000))).isFalse();
  }

  @Test
  void a_hash_made_elsewhere_matches() {
    // Python: hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 4096)
    String stored = "pbkdf2-sha256$4096$c2FsdA==$xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o=";
    assertThat(PasswordHash.matches("password".toCharArray(), stored)).isTrue();
  }

  @Test
  void nobodys_hash_and_broken_ones_match_nothing() {
    assertThat(PasswordHash.matches("password".toCharArray(), PasswordHash.OF_NOBODY)).isFalse();
    assertThat(PasswordHash.matches("password".toCharArray(), "")).isFalse();
    assertThat(PasswordHash.matches("password".toCharArray(), "pbkdf2-sha256$1$$")).isFalse();
    assertThat(PasswordHash.matches("p".toCharArray(), "pbkdf2-sha256$1$=a$b")).isFalse();
  }
}
