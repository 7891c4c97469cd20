package org.countermand.portal.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Dossier;
import org.countermand.cancellation.model.State;
import org.countermand.kernel.Ids;
import org.countermand.payment.model.PartKind;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.RefundPart;
import org.countermand.payment.model.RefundTrace;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private final Desk desk = new Desk();

  @Test
  void what_waits_for_the_warehouse_shows_the_goods_under_way_and_the_money_to_come() {
    assertThat(looks(State.HOLDING, part(PartKind.REFUND, PartState.REQUESTED)))
        .containsExactly("is-done", "is-current", "is-waiting", "is-waiting");
  }

  @Test
  void money_that_failed_is_trouble_and_nothing_is_settled() {
    assertThat(looks(State.COMPLETED, part(PartKind.REFUND, PartState.FAILED)))
        .containsExactly("is-done", "is-done", "is-trouble", "is-waiting");
  }

  @Test
  void all_is_settled_when_every_part_has_arrived() {
    assertThat(looks(State.COMPLETED, part(PartKind.REFUND, PartState.SUCCEEDED)))
        .containsExactly("is-done", "is-done", "is-done", "is-done");
  }

  @Test
  void what_ended_early_shows_nothing_that_never_comes() {
    for (State state : List.of(State.REFUSED, State.WITHDRAWN, State.EXPIRED)) {
      assertThat(looks(state)).as(state.name()).hasSize(2);
    }
  }

  @Test
  void a_person_decides_before_the_goods() {
    assertThat(looks(State.IN_REVIEW))
        .containsExactly("is-done", "is-current", "is-waiting", "is-waiting", "is-waiting");
  }

  @Test
  void a_lifted_reservation_is_not_called_paid_out() {
    List<TimelineStep> steps = steps(State.COMPLETED, part(PartKind.VOID, PartState.SUCCEEDED));

    assertThat(steps.get(2).detail()).isEqualTo("Reservation lifted");
  }

  @Test
  void every_state_has_a_line_and_only_known_words() {
    for (State state : State.values()) {
      for (PartState part : PartState.values()) {
        assertThat(steps(state, part(PartKind.CEILING, part)))
            .allSatisfy(
                step ->
                    assertThat(step.title() + step.state() + step.detail())
                        .doesNotContain("page.status", "partState.", "{"));
      }
    }
  }

  private List<String> looks(State state, RefundPart... parts) {
    return steps(state, parts).stream().map(TimelineStep::look).toList();
  }

  private List<TimelineStep> steps(State state, RefundPart... parts) {
    Cancellation cancellation = desk.cancellation(state);
    return new Timeline(
            new Dossier(
                cancellation,
                desk.order,
                Optional.empty(),
                List.of(),
                List.of(parts),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()),
            desk.sentences())
        .steps();
  }

  private RefundPart part(PartKind kind, PartState state) {
    return new RefundPart(
        Ids.next(),
        Ids.next(),
        desk.order.id(),
        desk.order.tenders().get(0).id(),
        kind,
        state,
        desk.order.total(),
        "",
        null,
        null,
        RefundTrace.NONE);
  }
}
