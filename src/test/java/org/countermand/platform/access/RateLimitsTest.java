package org.countermand.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private final SetClock clock = new SetClock();
  private final SetSweeping sweeping = new SetSweeping();
  private final RateLimits limits = new RateLimits();
  private AccessDatabase database;

  @BeforeEach
  void wire() throws Exception {
    database = AccessDatabase.shared().emptied();
    limits.database = database.application();
    limits.secrets = Keys.secrets(1);
    limits.clock = clock;
    limits.sweeping = sweeping;
  }

  private final Duration minute = Duration.ofMinutes(1);

  @Test
  void lets_so_many_pass_in_a_window() {
    assertThat(limits.allow("a", 2, minute)).isTrue();
    assertThat(limits.allow("a", 2, minute)).isTrue();
    assertThat(limits.allow("a", 2, minute)).isFalse();
    assertThat(limits.allow("b", 2, minute)).as("another bucket").isTrue();
    assertThat(limits.allow("a", 2, Duration.ofHours(1))).as("another window").isTrue();
    clock.advance(minute);
    assertThat(limits.allow("a", 2, minute)).as("the next window").isTrue();
  }

  @Test
  void counts_tries_that_come_at_once() throws Exception {
    assertThat(AtOnce.succeed(40, () -> limits.allow("a", 7, minute))).isEqualTo(7);
  }

  @Test
  void keeps_no_plain_value() throws Exception {
    limits.allow("mail/anna@example.com", 1, minute);
    database.asOwner(
        "DO $$ BEGIN ASSERT (SELECT count(*) FROM rate_limit WHERE bucket ~ '^[0-9a-f]{64}$') = 1;"
            + " END $$");
  }

  @Test
  void forgets_windows_older_than_a_day_and_no_younger_ones() throws Exception {
    limits.allow("old", 1, minute);
    clock.advance(Duration.ofDays(1).plusSeconds(1));
    limits.allow("young", 1, minute);
    sweeping.due = true;
    limits.allow("young", 1, minute);
    database.asOwner("DO $$ BEGIN ASSERT (SELECT count(*) FROM rate_limit) = 1; END $$");
  }

  @Test
  void a_window_longer_than_rows_are_kept_is_refused() {
    assertThatThrownBy(() -> limits.allow("a", 1, Duration.ofDays(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
