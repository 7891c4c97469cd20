package org.countermand.cancellation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;

class SteppingTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Pacing PACING =
      new Pacing(
          Duration.ofSeconds(90),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofHours(23));
  private static final UUID KEY = Ids.next();

  @Test
  void the_first_call_takes_a_key() {
    Step called = call(fresh());
    assertThat(called.state()).isEqualTo(StepState.IN_FLIGHT);
    assertThat(called.attemptId()).contains(KEY);
    assertThat(called.attempt()).isEqualTo(1);
    assertThat(called.dueAt()).isEqualTo(NOW.plus(PACING.deadline()));
  }

  @Test
  void what_was_surely_not_tried_is_called_again_under_the_same_key() {
    Step later = after(call(fresh()), new Ending.NotCalled<>("429"));
    assertThat(later.state()).isEqualTo(StepState.PENDING);
    assertThat(call(later).attemptId()).contains(KEY);
    assertThat(call(later).attempt()).isEqualTo(1);
  }

  @Test
  void what_nobody_knows_is_looked_up_before_it_is_called_again() {
    Step unknown = after(call(fresh()), new Ending.Unsure<>("cut", false));
    assertThat(unknown.state()).isEqualTo(StepState.UNKNOWN);
    Step absent = after(Stepping.looking(unknown, NOW, PACING), new Ending.Absent<>());
    assertThat(absent.state()).isEqualTo(StepState.PENDING);
    assertThat(call(absent).attemptId()).contains(KEY);
  }

  @Test
  void what_is_found_is_adopted() {
    Step unknown = after(call(fresh()), new Ending.Unsure<>("cut", false));
    assertThat(after(Stepping.looking(unknown, NOW, PACING), new Ending.Done<>("re_1")).state())
        .isEqualTo(StepState.DONE);
  }

  @Test
  void a_replayed_error_gets_a_new_key_only_after_a_quiet_period_and_a_look() {
    Step replayed = after(call(fresh()), new Ending.Unsure<>("500", true));
    assertThat(replayed.dueAt()).isEqualTo(NOW.plus(PACING.quiet()));
    Step absent = after(Stepping.looking(replayed, NOW, PACING), new Ending.Absent<>());
    Step again = Stepping.calling(absent, Ids.next(), NOW, PACING);
    assertThat(again.attemptId()).isPresent().isNotEqualTo(Optional.of(KEY));
    assertThat(again.attempt()).isEqualTo(2);
  }

  @Test
  void after_the_keys_lifetime_nothing_is_called_again() {
    Step unknown = after(call(fresh()), new Ending.Unsure<>("cut", false));
    Instant late = NOW.plus(PACING.keyLifetime()).plusSeconds(1);
    Step still =
        Stepping.after(
            Stepping.looking(unknown, late, PACING), new Ending.Absent<>(), late, PACING);
    assertThat(still.state()).isEqualTo(StepState.UNKNOWN);
    assertThat(Stepping.keyForgotten(still, late, PACING)).isTrue();
  }

  @Test
  void what_cannot_be_looked_up_is_repeated_under_its_own_key_only() {
    Step unknown = after(call(fresh()), new Ending.Unsure<>("cut", false));
    Step blind = after(Stepping.looking(unknown, NOW, PACING), new Ending.Blind<>());
    assertThat(blind.state()).isEqualTo(StepState.PENDING);
    assertThat(call(blind).attemptId()).contains(KEY);
    assertThat(call(blind).attempt()).isEqualTo(1);
    assertThat(blind.dueAt()).isAfter(NOW);
  }

  @Test
  void what_cannot_be_looked_up_is_never_repeated_once_its_key_may_be_forgotten() {
    Step unknown = after(call(fresh()), new Ending.Unsure<>("cut", false));
    Instant late = NOW.plus(PACING.keyLifetime()).plusSeconds(1);
    Step still =
        Stepping.after(Stepping.looking(unknown, late, PACING), new Ending.Blind<>(), late, PACING);
    assertThat(still.state()).isEqualTo(StepState.UNKNOWN);
    assertThat(still.dueAt()).isAfter(late);
  }

  @Test
  void what_cannot_be_looked_up_gets_no_new_key_for_a_replayed_error() {
    Step replayed = after(call(fresh()), new Ending.Unsure<>("500", true));
    Step still = after(Stepping.looking(replayed, NOW, PACING), new Ending.Blind<>());
    assertThat(still.state()).isEqualTo(StepState.UNKNOWN);
    assertThat(still.attemptId()).contains(KEY);
    Step awaiting = after(call(fresh()), new Ending.Awaiting<>());
    assertThat(after(Stepping.looking(awaiting, NOW, PACING), new Ending.Blind<>()).state())
        .isEqualTo(StepState.AWAITING);
  }

  @Test
  void a_lease_that_was_left_in_flight_is_unknown() {
    assertThat(Stepping.looking(call(fresh()), NOW, PACING).state()).isEqualTo(StepState.UNKNOWN);
  }

  @Test
  void an_awaited_answer_stays_awaited_while_it_cannot_be_asked_for() {
    Step awaiting = after(call(fresh()), new Ending.Awaiting<>());
    assertThat(awaiting.state()).isEqualTo(StepState.AWAITING);
    Step asked = after(Stepping.looking(awaiting, NOW, PACING), new Ending.Unsure<>("cut", false));
    assertThat(asked.state()).isEqualTo(StepState.AWAITING);
  }

  @Test
  void what_is_found_under_way_or_forgotten_stays_where_the_table_leaves_it() {
    Step unknown = after(call(fresh()), new Ending.Unsure<>("cut", false));
    assertThat(after(Stepping.looking(unknown, NOW, PACING), new Ending.Awaiting<>()).state())
        .isEqualTo(StepState.UNKNOWN);
    Step awaiting = after(call(fresh()), new Ending.Awaiting<>());
    assertThat(after(Stepping.looking(awaiting, NOW, PACING), new Ending.Absent<>()).state())
        .isEqualTo(StepState.AWAITING);
  }

  @Test
  void every_change_is_one_that_the_table_knows() {
    Step called = call(fresh());
    Step unknown = after(called, new Ending.Unsure<>("cut", false));
    Ending<?>[] endings = {
      new Ending.Done<>("x"),
      new Ending.Awaiting<>(),
      new Ending.Declined<>(Finding.of(ReasonCode.GATEWAY_REFUSED)),
      new Ending.Unsure<>("cut", false),
      new Ending.NotCalled<>("429")
    };
    for (Ending<?> ending : endings) {
      assertThat(called.state().mayBecome(after(called, ending).state())).isTrue();
    }
    Step looked = Stepping.looking(unknown, NOW, PACING);
    for (Ending<?> ending : new Ending<?>[] {endings[0], endings[2], new Ending.Absent<>()}) {
      assertThat(looked.state().mayBecome(after(looked, ending).state())).isTrue();
    }
  }

  private static Step fresh() {
    return new Step(
        Ids.next(),
        Ids.next(),
        1,
        StepKind.REIMBURSE,
        StepState.PENDING,
        Ids.next(),
        Optional.empty(),
        0,
        0,
        NOW,
        null,
        null,
        "");
  }

  private static Step call(Step step) {
    return Stepping.calling(step, KEY, NOW, PACING);
  }

  private static Step after(Step step, Ending<?> ending) {
    return Stepping.after(step, ending, NOW, PACING);
  }
}
