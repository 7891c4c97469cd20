package org.countermand.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.countermand.kernel.Ids;
import org.junit.jupiter.api.Test;

class QuestionTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void the_pause_begins_at_half_a_minute_and_doubles_up_to_half_an_hour() {
    List<Duration> pauses = IntStream.rangeClosed(1, 9).mapToObj(QuestionTest::pause).toList();

    assertThat(pauses)
        .extracting(Duration::toSeconds)
        .containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1800L, 1800L, 1800L);
    assertThat(pause(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void messages_on_one_part_of_one_payment_are_one_topic_and_others_are_not() {
    UUID part = Ids.next();
    Topic topic = Topic.of(news("evt_1", "pi_1", Optional.of(part)));

    assertThat(Topic.of(news("evt_2", "pi_1", Optional.of(part)))).isEqualTo(topic);
    assertThat(topic.part()).isEqualTo(part.toString());
    assertThat(Topic.of(news("evt_3", "pi_1", Optional.of(Ids.next())))).isNotEqualTo(topic);
    assertThat(Topic.of(news("evt_4", "pi_2", Optional.of(part)))).isNotEqualTo(topic);
    assertThat(Topic.of(news("evt_5", "pi_1", Optional.empty())))
        .isNotEqualTo(topic)
        .extracting(Topic::part)
        .isEqualTo("");
  }

  private static Duration pause(int tries) {
    Question question = new Question(new Topic("stripe", "pi_1", Optional.empty()), 1, 1, tries);
    return Duration.between(NOW, question.again(NOW));
  }

  private static GatewayNews news(String id, String payment, Optional<UUID> part) {
    return new GatewayNews("stripe", id, "refund.updated", payment, part, new Told.Nothing(), "{}");
  }
}
