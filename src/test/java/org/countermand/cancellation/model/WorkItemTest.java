package org.countermand.cancellation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkItemTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void what_nobody_has_is_taken_and_given_back() {
    assertThat(owner(item("").takenBy("ana", ""))).isEqualTo("ana");
    assertThat(owner(item("ana").givenBackBy("ana"))).isEmpty();
  }

  @Test
  void what_a_colleague_has_is_taken_over_only_by_who_saw_him_on_it() {
    assertThat(owner(item("ben").takenBy("ana", "ben"))).isEqualTo("ana");
    assertThat(item("ben").takenBy("ana", "")).isEqualTo(taken("ben"));
    assertThat(item("ben").takenBy("ana", "eva")).isEqualTo(taken("ben"));
  }

  @Test
  void what_a_colleague_has_given_back_meanwhile_is_free() {
    assertThat(owner(item("").takenBy("ana", "ben"))).isEqualTo("ana");
  }

  @Test
  void twice_is_once() {
    assertThat(owner(item("ana").takenBy("ana", ""))).isEqualTo("ana");
    assertThat(owner(item("").givenBackBy("ana"))).isEmpty();
  }

  @Test
  void what_a_colleague_has_only_he_gives_back() {
    assertThat(item("ben").givenBackBy("ana")).isEqualTo(taken("ben"));
  }

  @Test
  void what_is_resolved_is_neither_taken_nor_given_back() {
    Decision<WorkItem> resolved = Decision.no(ReasonCode.WORK_ITEM_RESOLVED);
    assertThat(item("", NOW).takenBy("ana", "")).isEqualTo(resolved);
    assertThat(item("ben", NOW).takenBy("ana", "ben")).isEqualTo(resolved);
    assertThat(item("ana", NOW).givenBackBy("ana")).isEqualTo(resolved);
  }

  private static Decision<WorkItem> taken(String by) {
    return Decision.no(Finding.of(ReasonCode.WORK_ITEM_TAKEN, "owner", by));
  }

  private static String owner(Decision<WorkItem> decision) {
    return ((Decision.Accepted<WorkItem>) decision).value().owner();
  }

  private static WorkItem item(String owner) {
    return item(owner, null);
  }

  private static WorkItem item(String owner, @Nullable Instant closedAt) {
    return new WorkItem(
        new UUID(7, 1),
        new UUID(7, 2),
        ReasonCode.STAGE_NEEDS_REVIEW,
        WorkItem.NextAction.DECIDE_REVIEW,
        owner,
        NOW,
        NOW.plus(Duration.ofHours(4)),
        closedAt);
  }
}
