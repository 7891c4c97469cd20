package org.countermand.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccessCodeTest {

  private static final byte[] KEY = "k".repeat(32).getBytes(StandardCharsets.UTF_8);

  @Test
  void has_six_digits_also_when_it_begins_with_zeros() {
    boolean leadingZero = false;
    for (int i = 0; i < 1_000; i++) {
      String code = AccessCode.of(KEY, new UUID(7, i));
      assertThat(code).matches("[0-9]{6}");
      leadingZero |= code.startsWith("0");
    }
    assertThat(leadingZero).isTrue();
  }

  @Test
  void is_the_same_wherever_it_is_derived() {
    // HMAC-SHA256 over the id's text begins 369be6684e8c15c1, computed outside of Java.
    assertThat(AccessCode.of(KEY, UUID.fromString("0190b5a0-0000-7000-8000-000000000001")))
        .isEqualTo("050945");
  }

  @Test
  void differs_by_key_and_by_challenge() {
    byte[] otherKey = "q".repeat(32).getBytes(StandardCharsets.UTF_8);
    UUID challenge = new UUID(1, 1);
    assertThat(AccessCode.of(KEY, challenge)).isNotEqualTo(AccessCode.of(otherKey, challenge));
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      codes.add(AccessCode.of(KEY, new UUID(3, i)));
    }
    // Ten thousand draws from a million repeat about fifty times.
    assertThat(codes).hasSizeBetween(9_850, 9_999);
  }
}
