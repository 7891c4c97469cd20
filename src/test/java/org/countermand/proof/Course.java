package org.countermand.proof;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The life cycle of a cancellation as the audit log tells it. Entries of one moment stand in no
 * order, so the walk is found by the edges: no state is ever entered twice.
 */
final class Course {

  private static final String EDGES =
      """
      RECEIVED   ALLOWED        QUOTED
      RECEIVED   REFERRED       IN_REVIEW
      RECEIVED   RULED_OUT      REFUSED
      QUOTED     BASIS_GIVEN    CONFIRMED
      QUOTED     LAPSED         EXPIRED
      QUOTED     TAKEN_BACK     WITHDRAWN
      IN_REVIEW  APPROVED       CONFIRMED
      IN_REVIEW  APPROVED_ANEW  QUOTED
      IN_REVIEW  DENIED         REFUSED
      IN_REVIEW  TAKEN_BACK     WITHDRAWN
      CONFIRMED  HOLD_ASKED     HOLDING
      CONFIRMED  TAKEN_BACK     WITHDRAWN
      HOLDING    HELD           EXECUTING
      HOLDING    PARTLY_HELD    EXECUTING
      HOLDING    HOLD_REFUSED   REROUTED
      HOLDING    HOLD_ABANDONED REFUSED
      REROUTED   GOODS_STOPPED  EXECUTING
      REROUTED   GOODS_LOST     REFUSED
      EXECUTING  PLAN_DONE      COMPLETED
      """;

  private static final Map<String, String> NEXT =
      EDGES
          .lines()
          .map(line -> line.split(" +"))
          .collect(
              java.util.stream.Collectors.toUnmodifiableMap(
                  cell -> cell[0] + " " + cell[1], cell -> cell[2]));

  /** One entry of the log: what happened, the state that it says it led to, and when. */
  record Entry(String what, String state, OffsetDateTime at) {}

  private Course() {}

  /** Whether something is a step of the life cycle, and no remark beside it. */
  static boolean isEdge(String what) {
    return NEXT.keySet().stream().anyMatch(edge -> edge.endsWith(" " + what));
  }

  /**
   * What is wrong with a course.
   *
   * @param left entries, without the receipt; what is walked is taken out
   * @return nothing when it leads to the state without a gap and without a rest
   */
  static Optional<String> trouble(OffsetDateTime received, List<Entry> left, String end) {
    String state = "RECEIVED";
    OffsetDateTime at = received;
    Optional<Entry> next = next(left, state);
    while (next.isPresent()) {
      Entry entry = next.get();
      left.remove(entry);
      state = NEXT.get(state + " " + entry.what());
      if (!state.equals(entry.state()) || entry.at().isBefore(at)) {
        return Optional.of(
            "%s led to %s and the log says %s at %s"
                .formatted(entry.what(), state, entry.state(), entry.at()));
      }
      at = entry.at();
      next = next(left, state);
    }
    if (!left.isEmpty()) {
      return Optional.of("from %s nothing leads to %s".formatted(state, left.get(0).what()));
    }
    return state.equals(end)
        ? Optional.empty()
        : Optional.of("the log ends in %s, it is %s".formatted(state, end));
  }

  private static Optional<Entry> next(List<Entry> left, String state) {
    return left.stream().filter(entry -> NEXT.containsKey(state + " " + entry.what())).findFirst();
  }
}
