package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.countermand.platform.access.Seals.Sealed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {

  private static final String TEXT = "DE89370400440532013000\nZoë Müller";
  private static final String OLD = "2025:" + key(1);
  private static final String NEW = "2026:" + key(2);

  @Test
  void what_is_sealed_opens_and_is_not_readable() {
    Sealed sealed = Seals.of(NEW).seal(TEXT, "payout/1");

    assertThat(Seals.of(NEW).open(sealed, "payout/1")).isEqualTo(TEXT);
    assertThat(sealed.keyId()).isEqualTo("2026");
    assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("3704")
        .doesNotContain("ller");
  }

  @Test
  void the_same_text_is_sealed_differently_each_time() {
    Seals seals = Seals.of(NEW);

    assertThat(seals.seal(TEXT, "a").bytes()).isNotEqualTo(seals.seal(TEXT, "a").bytes());
  }

  @Test
  void a_changed_key_opens_what_the_old_one_sealed_and_seals_under_the_new() {
    Sealed old = Seals.of(OLD).seal(TEXT, "a");
    Seals both = Seals.of(NEW, OLD);

    assertThat(both.open(old, "a")).isEqualTo(TEXT);
    assertThat(both.seal(TEXT, "a").keyId()).isEqualTo("2026");
  }

  @Test
  void another_key_under_the_same_name_opens_nothing() {
    Sealed sealed = Seals.of(NEW).seal(TEXT, "a");

    assertThatThrownBy(() -> Seals.of("2026:" + key(3)).open(sealed, "a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("3704");
    assertThatThrownBy(() -> Seals.of(OLD).open(sealed, "a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2026");
  }

  @Test
  void what_is_moved_to_another_row_does_not_open() {
    Sealed sealed = Seals.of(NEW).seal(TEXT, "payout/1");

    assertThatThrownBy(() -> Seals.of(NEW).open(sealed, "payout/2"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_was_tampered_with_does_not_open_whichever_byte_it_is() {
    Sealed sealed = Seals.of(NEW).seal(TEXT, "a");
    for (int i = 0; i < sealed.bytes().length; i++) {
      byte[] bytes = sealed.bytes().clone();
      bytes[i] ^= 1;
      Sealed tampered = new Sealed("2026", bytes);
      assertThatThrownBy(() -> Seals.of(NEW).open(tampered, "a"))
          .isInstanceOf(IllegalStateException.class);
    }
    Sealed torn = new Sealed("2026", Arrays.copyOf(sealed.bytes(), 9));
    assertThatThrownBy(() -> Seals.of(NEW).open(torn, "a"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void without_a_key_nothing_is_sealed() {
    assertThat(Seals.of().ready()).isFalse();
    assertThat(Seals.of(NEW).ready()).isTrue();
    assertThatThrownBy(() -> Seals.of().seal(TEXT, "a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("countermand.payout.key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"onlyakey", ":AAAA", "a:not base64", "a:c2hvcnQ="})
  void a_malformed_key_is_told_without_telling_it(String malformed) {
    assertThatThrownBy(() -> Seals.of(malformed).ready())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("countermand.payout.key")
        .hasMessageNotContaining("c2hvcnQ");
  }

  private static String key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return Base64.getEncoder().encodeToString(key);
  }
}
