package org.countermand.portal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Kind;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Ids;
import org.countermand.kernel.Money;
import org.junit.jupiter.api.Test;

class MilestoneTest {

  private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void what_lies_ahead_waits_and_the_next_place_is_the_current_one() {
    assertThat(way(State.IN_REVIEW, new Cancellation.Moments(AT, null, null, null, null, null)))
        .containsExactly(
            "agent.milestone.received is-done",
            "agent.milestone.decided is-current",
            "agent.milestone.confirmed is-waiting",
            "agent.milestone.held is-waiting",
            "agent.milestone.executing is-waiting",
            "state.COMPLETED is-waiting");
  }

  @Test
  void a_completed_way_has_nothing_ahead() {
    assertThat(way(State.COMPLETED, new Cancellation.Moments(AT, AT, AT, AT, AT, AT)))
        .hasSize(6)
        .allMatch(place -> place.endsWith("is-done"));
  }

  @Test
  void a_refused_one_ends_where_it_was_refused() {
    assertThat(way(State.REFUSED, new Cancellation.Moments(AT, AT, null, null, null, null)))
        .containsExactly(
            "agent.milestone.received is-done",
            "agent.milestone.decided is-done",
            "state.REFUSED is-trouble");
  }

  @Test
  void a_place_that_was_passed_over_is_not_waited_for() {
    assertThat(way(State.EXECUTING, new Cancellation.Moments(AT, AT, AT, null, AT, null)))
        .containsExactly(
            "agent.milestone.received is-done",
            "agent.milestone.decided is-done",
            "agent.milestone.confirmed is-done",
            "agent.milestone.executing is-done",
            "state.COMPLETED is-current");
  }

  private static List<String> way(State state, Cancellation.Moments moments) {
    Cancellation cancellation =
        new Cancellation(
            Ids.next(),
            "C-0000001",
            Ids.next(),
            "linden",
            Kind.CANCELLATION,
            state,
            "Consent",
            Optional.empty(),
            Money.of(0, "EUR"),
            "",
            List.of(),
            List.of(),
            false,
            moments);
    return Milestone.of(cancellation).stream()
        .map(place -> place.key() + " " + place.tone())
        .toList();
  }
}
