package org.countermand.portal.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.State;
import org.jspecify.annotations.Nullable;

/**
 * A place on the way of a cancellation, reached or not.
 *
 * @param key its name in the message bundle
 * @param at when it was reached, or nothing
 * @param tone the style class: done, current, waiting or trouble
 */
public record Milestone(String key, @Nullable Instant at, String tone) {

  private static final String DONE = "is-done";
  private static final String CURRENT = "is-current";
  private static final String WAITING = "is-waiting";
  private static final String TROUBLE = "is-trouble";

  /** The way so far and, where it goes on, the way ahead. */
  static List<Milestone> of(Cancellation cancellation) {
    Cancellation.Moments moments = cancellation.moments();
    List<Milestone> way = new ArrayList<>();
    way.add(new Milestone("agent.milestone.received", moments.receivedAt(), DONE));
    add(way, cancellation, "agent.milestone.decided", moments.decidedAt());
    add(way, cancellation, "agent.milestone.confirmed", moments.confirmedAt());
    add(way, cancellation, "agent.milestone.held", moments.heldAt());
    add(way, cancellation, "agent.milestone.executing", moments.executingAt());
    State state = cancellation.state();
    if (state.terminal() && state != State.COMPLETED) {
      way.add(new Milestone("state." + state, null, TROUBLE));
    } else {
      add(way, cancellation, "state.COMPLETED", moments.completedAt());
    }
    return current(way);
  }

  /** Places that were never reached are shown only while they can be. */
  private static void add(
      List<Milestone> way, Cancellation cancellation, String key, @Nullable Instant at) {
    if (at != null) {
      way.add(new Milestone(key, at, DONE));
    } else if (!cancellation.state().terminal()) {
      way.add(new Milestone(key, null, WAITING));
    }
  }

  /** The first place ahead is where it stands; a place that was passed over does not wait. */
  private static List<Milestone> current(List<Milestone> way) {
    int lastReached = 0;
    for (int i = 0; i < way.size(); i++) {
      if (way.get(i).at() != null) {
        lastReached = i;
      }
    }
    List<Milestone> shown = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      Milestone place = way.get(i);
      if (place.tone().equals(WAITING) && i == lastReached + 1) {
        shown.add(new Milestone(place.key(), null, CURRENT));
      } else if (!place.tone().equals(WAITING) || i > lastReached) {
        shown.add(place);
      }
    }
    return List.copyOf(shown);
  }
}
