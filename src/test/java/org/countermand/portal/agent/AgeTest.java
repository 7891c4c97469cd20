package org.countermand.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT59S, agent.ago.now",
    "PT1M, agent.ago.minutes.one",
    "PT59M59S, agent.ago.minutes.many",
    "PT1H59M, agent.ago.hours.one",
    "PT23H59M, agent.ago.hours.many",
    "PT24H, agent.ago.days.one",
    "P30D, agent.ago.days.many"
  })
  void an_age_is_told_in_its_largest_unit(Duration age, String key) {
    assertThat(Age.between(NOW.minus(age), NOW).key()).isEqualTo(key);
    assertThat(ResourceBundle.getBundle("org.countermand.i18n.Messages", Locale.FRENCH).keySet())
        .contains(key);
  }

  @Test
  void a_clock_that_is_a_little_ahead_tells_nothing_strange() {
    assertThat(Age.between(NOW.plusSeconds(90), NOW)).isEqualTo(new Age("now", 0));
  }
}
