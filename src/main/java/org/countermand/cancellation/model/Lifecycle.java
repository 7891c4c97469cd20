package org.countermand.cancellation.model;

import static org.countermand.cancellation.model.Event.*;
import static org.countermand.cancellation.model.State.*;

import java.util.List;
import java.util.Optional;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;

/** The life cycle as one table; the decisions and the drawn diagram both come from it. */
public final class Lifecycle {

  /** One edge. */
  public record Edge(State from, Event event, State to) {}

  /** Every edge there is. */
  public static final List<Edge> TABLE =
      List.of(
          new Edge(RECEIVED, ALLOWED, QUOTED),
          new Edge(RECEIVED, REFERRED, IN_REVIEW),
          new Edge(RECEIVED, RULED_OUT, REFUSED),
          new Edge(QUOTED, BASIS_GIVEN, CONFIRMED),
          new Edge(QUOTED, LAPSED, EXPIRED),
          new Edge(QUOTED, TAKEN_BACK, WITHDRAWN),
          new Edge(IN_REVIEW, APPROVED, CONFIRMED),
          new Edge(IN_REVIEW, APPROVED_ANEW, QUOTED),
          new Edge(IN_REVIEW, DENIED, REFUSED),
          new Edge(IN_REVIEW, TAKEN_BACK, WITHDRAWN),
          new Edge(CONFIRMED, HOLD_ASKED, HOLDING),
          new Edge(CONFIRMED, TAKEN_BACK, WITHDRAWN),
          new Edge(HOLDING, HELD, EXECUTING),
          new Edge(HOLDING, PARTLY_HELD, EXECUTING),
          new Edge(HOLDING, HOLD_REFUSED, REROUTED),
          new Edge(HOLDING, HOLD_ABANDONED, REFUSED),
          new Edge(REROUTED, GOODS_STOPPED, EXECUTING),
          new Edge(REROUTED, GOODS_LOST, REFUSED),
          new Edge(EXECUTING, PLAN_DONE, COMPLETED));

  private Lifecycle() {}

  /**
   * What a command makes of a cancellation.
   *
   * @return the edge to walk, or why the state forbids it
   */
  public static Decision<Edge> decide(State state, Command command) {
    Event event = command.event();
    Optional<Edge> edge =
        TABLE.stream().filter(e -> e.from() == state && e.event() == event).findFirst();
    return edge.<Decision<Edge>>map(Decision::yes)
        .orElseGet(() -> Decision.no(Finding.of(ReasonCode.STATE_FORBIDS, "state", state)));
  }
}
