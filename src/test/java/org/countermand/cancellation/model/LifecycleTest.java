package org.countermand.cancellation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countermand.cancellation.model.StateTable.Arrow;
import org.countermand.eligibility.model.Effect;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.logistics.model.HoldStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleTest {

  /** One command of every kind, in every variant that could name another event. */
  private static final List<Command> COMMANDS =
      Stream.of(
              Arrays.stream(Effect.values()).map(effect -> new Command.Judge(effect, List.of())),
              Arrays.stream(HoldStatus.values()).map(Command.HearWarehouse::new),
              Stream.of(
                  new Command.GiveBasis(new Basis.Declaration("Please cancel this.")),
                  new Command.KeepBasis(),
                  new Command.Lapse(),
                  new Command.TakeBack(),
                  new Command.Approve(true),
                  new Command.Approve(false),
                  new Command.Deny("engraved"),
                  new Command.AskForHold(),
                  new Command.AbandonHold(),
                  new Command.SettleRerouted(true),
                  new Command.SettleRerouted(false),
                  new Command.Finish()))
          .<Command>flatMap(commands -> commands)
          .toList();

  static Stream<StateTable> tables() {
    return Stream.of(
        StateTable.ofCancellation(),
        StateTable.ofRefundPart(),
        StateTable.ofPayout(),
        StateTable.ofStep());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void every_state_is_reached_and_left_unless_it_ends_there_and_no_edge_stands_twice(
      StateTable table) {
    assertThat(table.faults()).isEmpty();
  }

  @Test
  void a_table_with_each_fault_is_caught_for_each() {
    StateTable planted =
        new StateTable(
            "OPEN",
            List.of("OPEN", "STUCK", "LOST", "CLOSED"),
            Set.of("CLOSED"),
            List.of(
                new Arrow("OPEN", "WAIT", "STUCK"),
                new Arrow("OPEN", "CLOSE", "CLOSED"),
                new Arrow("OPEN", "CLOSE", "STUCK"),
                new Arrow("CLOSED", "REOPEN", "OPEN"),
                new Arrow("LOST", "FIND", "OPEN")));

    assertThat(planted.faults())
        .containsExactly(
            "STUCK is not terminal and has no exit",
            "LOST cannot be reached",
            "CLOSED is terminal and has an exit",
            new Arrow("OPEN", "CLOSE", "STUCK") + " stands there twice");
  }

  @Test
  void no_edge_without_an_event_stands_twice_unnoticed() {
    StateTable planted =
        new StateTable(
            "OPEN",
            List.of("OPEN", "CLOSED"),
            Set.of("CLOSED"),
            List.of(new Arrow("OPEN", "", "CLOSED"), new Arrow("OPEN", "", "CLOSED")));

    assertThat(planted.faults()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void every_event_leads_somewhere(Event event) {
    assertThat(Lifecycle.TABLE).extracting(Lifecycle.Edge::event).contains(event);
  }

  @ParameterizedTest
  @EnumSource
  void every_event_can_be_asked_for_by_a_command(Event event) {
    assertThat(COMMANDS).extracting(Command::event).contains(event);
  }

  @Test
  void no_kind_of_command_is_forgotten_here() {
    assertThat(COMMANDS.stream().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(Set.of(Command.class.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @EnumSource
  void a_state_allows_a_command_exactly_where_the_table_has_its_event(State state) {
    for (Command command : COMMANDS) {
      List<Lifecycle.Edge> edges =
          Lifecycle.TABLE.stream()
              .filter(edge -> edge.from() == state && edge.event() == command.event())
              .toList();
      Decision<Lifecycle.Edge> expected =
          edges.isEmpty()
              ? Decision.no(Finding.of(ReasonCode.STATE_FORBIDS, "state", state))
              : Decision.yes(edges.get(0));

      assertThat(Lifecycle.decide(state, command)).as("%s", command).isEqualTo(expected);
    }
  }
}
