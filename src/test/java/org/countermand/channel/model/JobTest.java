package org.countermand.channel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final Job draft =
      new Job(
          UUID.randomUUID(),
          JobKind.IMPORT,
          "retail",
          JobState.DRAFT,
          Wish.RUN,
          "a.csv",
          Optional.empty(),
          false,
          1_000,
          "lena",
          NOW,
          null,
          null,
          Job.Progress.NONE,
          null);

  @Test
  void it_goes_only_where_the_table_leads() {
    Job reading = draft.become(JobState.READING, NOW);

    assertThat(reading.startedAt()).isEqualTo(NOW);
    assertThatThrownBy(() -> draft.become(JobState.DONE, NOW))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> reading.become(JobState.STOPPED, NOW).become(JobState.READING, NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void after_a_pause_it_goes_on_in_the_half_it_was_in() {
    Job reading = draft.become(JobState.READING, NOW).with(Job.Progress.NONE.read(10, 500));

    assertThat(reading.become(JobState.PAUSED, NOW).resumed()).isEqualTo(JobState.READING);
    assertThat(
            reading
                .with(reading.progress().found(4))
                .become(JobState.SETTLING, NOW)
                .become(JobState.PAUSED, NOW)
                .resumed())
        .isEqualTo(JobState.SETTLING);
  }

  @Test
  void reading_is_a_third_of_the_way() {
    Job half = draft.become(JobState.READING, NOW).with(Job.Progress.NONE.read(10, 500));
    Job settled = half.with(half.progress().read(10, 1_000).found(4).settled(2, 0, 0, "B"));

    assertThat(half.percent()).isEqualTo(16);
    assertThat(settled.percent()).isEqualTo(66);
    assertThat(settled.become(JobState.SETTLING, NOW).become(JobState.DONE, NOW).percent())
        .isEqualTo(100);
  }
}
