package org.countermand.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.countermand.api.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyKeyTest {

  static Stream<String> unusable() {
    return Stream.of("", " ", "a b", "a\tb", "é", "a\u0000", "x".repeat(256));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void a_key_that_is_not_printable_or_too_long_is_refused(String key) {
    assertThatThrownBy(() -> IdempotencyKey.of(key)).isInstanceOf(Refusal.class);
  }

  @Test
  void up_to_255_printable_characters_make_a_key() {
    String longest = "~".repeat(255);

    assertThat(IdempotencyKey.of("!")).contains("!");
    assertThat(IdempotencyKey.of(longest)).contains(longest);
    assertThat(IdempotencyKey.of(null)).isEmpty();
  }
}
