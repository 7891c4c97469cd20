package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.AccessCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessCodesTest {

  private static final UUID ORDER = new UUID(7, 7);

  private final SetClock clock = new SetClock();
  private final Secrets secrets = Keys.secrets(1);
  private final AccessCodes codes = new AccessCodes();

  @BeforeEach
  void wire() throws Exception {
    codes.database = AccessDatabase.shared().emptied().application();
    codes.secrets = secrets;
    codes.clock = clock;
    codes.sweeping = new SetSweeping();
  }

  @Test
  void a_code_opens_the_order_once() {
    UUID challenge = codes.open(Optional.of(ORDER), "linden");
    assertThat(codes.check(challenge, code(challenge))).contains(new Grant(ORDER, "linden"));
    assertThat(codes.check(challenge, code(challenge))).isEmpty();
  }

  @Test
  void a_code_opens_nothing_for_nobody() {
    UUID challenge = codes.open(Optional.empty(), "linden");
    assertThat(codes.check(challenge, code(challenge))).isEmpty();
  }

  @Test
  void a_code_opens_nothing_where_no_challenge_was_opened() {
    UUID unknown = new UUID(8, 8);
    assertThat(codes.check(unknown, code(unknown))).isEmpty();
  }

  @Test
  void a_code_of_another_challenge_opens_nothing() {
    UUID challenge = codes.open(Optional.of(ORDER), "linden");
    UUID other = codes.open(Optional.of(ORDER), "linden");
    assertThat(codes.check(challenge, code(other))).isEmpty();
  }

  @Test
  void a_code_is_worth_nothing_after_a_quarter_of_an_hour() {
    UUID challenge = codes.open(Optional.of(ORDER), "linden");
    UUID second = codes.open(Optional.of(ORDER), "linden");
    clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(codes.check(challenge, code(challenge))).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(codes.check(second, code(second))).isEmpty();
  }

  @Test
  void a_code_is_worth_nothing_after_five_wrong_tries() {
    UUID challenge = codes.open(Optional.of(ORDER), "linden");
    for (int i = 0; i < 4; i++) {
      assertThat(codes.check(challenge, "wrong")).isEmpty();
    }
    UUID exhausted = codes.open(Optional.of(ORDER), "linden");
    for (int i = 0; i < 5; i++) {
      assertThat(codes.check(exhausted, "wrong")).isEmpty();
    }
    assertThat(codes.check(challenge, code(challenge))).as("fifth try").isPresent();
    assertThat(codes.check(exhausted, code(exhausted))).as("sixth try").isEmpty();
  }

  @Test
  void a_code_opens_once_when_tried_by_many_at_once() throws Exception {
    UUID challenge = codes.open(Optional.of(ORDER), "linden");
    assertThat(AtOnce.succeed(20, () -> codes.check(challenge, code(challenge)).isPresent()))
        .isEqualTo(1);
  }

  @Test
  void a_code_is_forgotten_when_old() throws Exception {
    UUID challenge = codes.open(Optional.of(ORDER), "linden");
    codes.forget(clock.instant());
    assertThat(codes.check(challenge, code(challenge))).isPresent();
    UUID old = codes.open(Optional.of(ORDER), "linden");
    codes.forget(clock.instant().plus(Duration.ofHours(1)));
    assertThat(codes.check(old, code(old))).isEmpty();
  }

  private String code(UUID challenge) {
    return AccessCode.of(secrets.key(AccessCode.PURPOSE), challenge);
  }
}
