package org.countermand.cancellation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.countermand.channel.model.JobState;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.PayoutState;

/**
 * A table of states, whoever's, as the drawing and the checks see it.
 *
 * @param initial where everything begins
 * @param states all states, in the order of their declaration
 * @param terminal those that nothing leaves
 */
record StateTable(String initial, List<String> states, Set<String> terminal, List<Arrow> arrows) {

  /**
   * One edge.
   *
   * @param event its name, or empty where edges have none
   */
  record Arrow(String from, String event, String to) {}

  static StateTable ofCancellation() {
    return new StateTable(
        State.RECEIVED.name(),
        names(State.values()),
        those(State.values(), State::terminal),
        Lifecycle.TABLE.stream()
            .map(edge -> new Arrow(edge.from().name(), edge.event().name(), edge.to().name()))
            .toList());
  }

  /** A part that has failed or was reversed is over; one that succeeded may still come back. */
  static StateTable ofRefundPart() {
    return new StateTable(
        PartState.REQUESTED.name(),
        names(PartState.values()),
        Set.of(PartState.FAILED.name(), PartState.REVERSED.name()),
        arrows(PartState.values(), PartState.NEXT));
  }

  /** One that was paid may still come back. */
  static StateTable ofPayout() {
    return new StateTable(
        PayoutState.CHOSEN.name(),
        names(PayoutState.values()),
        Set.of(
            PayoutState.REJECTED.name(),
            PayoutState.FAILED.name(),
            PayoutState.RETURNED.name(),
            PayoutState.GRANTED.name()),
        arrows(PayoutState.values(), PayoutState.NEXT));
  }

  static StateTable ofStep() {
    return new StateTable(
        StepState.PENDING.name(),
        names(StepState.values()),
        those(StepState.values(), StepState::over),
        arrows(StepState.values(), StepState.NEXT));
  }

  static StateTable ofJob() {
    return new StateTable(
        JobState.DRAFT.name(),
        names(JobState.values()),
        those(JobState.values(), JobState::isOver),
        arrows(JobState.values(), JobState.NEXT));
  }

  /** Mermaid's text of the diagram, one edge a line. */
  String diagram() {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    text.append("    [*] --> ").append(initial).append('\n');
    for (Arrow arrow : arrows) {
      text.append("    ").append(arrow.from).append(" --> ").append(arrow.to);
      text.append(arrow.event.isEmpty() ? "" : ": " + arrow.event).append('\n');
    }
    states.stream()
        .filter(terminal::contains)
        .forEach(state -> text.append("    ").append(state).append(" --> [*]\n"));
    return text.toString();
  }

  /** Everything that is wrong with it; empty for a sound table. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    Set<String> reached = reached();
    for (String state : states) {
      boolean left = arrows.stream().anyMatch(arrow -> arrow.from.equals(state));
      if (!reached.contains(state)) {
        faults.add(state + " cannot be reached");
      }
      if (terminal.contains(state) && left) {
        faults.add(state + " is terminal and has an exit");
      }
      if (!terminal.contains(state) && !left) {
        faults.add(state + " is not terminal and has no exit");
      }
    }
    Set<Arrow> seen = new HashSet<>();
    for (Arrow arrow : arrows) {
      // An event leads to one state; edges without events differ by where they lead.
      String to = arrow.event.isEmpty() ? arrow.to : "";
      if (!seen.add(new Arrow(arrow.from, arrow.event, to))) {
        faults.add(arrow + " stands there twice");
      }
    }
    return faults;
  }

  private Set<String> reached() {
    Set<String> reached = new LinkedHashSet<>(Set.of(initial));
    boolean more = true;
    while (more) {
      more = false;
      for (Arrow arrow : arrows) {
        more |= reached.contains(arrow.from) && reached.add(arrow.to);
      }
    }
    return reached;
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static <E extends Enum<E>> Set<String> those(E[] values, Predicate<E> which) {
    Set<String> names = new LinkedHashSet<>();
    Arrays.stream(values).filter(which).map(Enum::name).forEach(names::add);
    return names;
  }

  /** In the order of declaration: a map's own order differs from run to run. */
  private static <E extends Enum<E>> List<Arrow> arrows(E[] values, Map<E, Set<E>> next) {
    List<Arrow> arrows = new ArrayList<>();
    for (E from : values) {
      for (E to : values) {
        if (next.getOrDefault(from, Set.of()).contains(to)) {
          arrows.add(new Arrow(from.name(), "", to.name()));
        }
      }
    }
    return arrows;
  }
}
