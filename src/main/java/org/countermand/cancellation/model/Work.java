package org.countermand.cancellation.model;

import java.util.UUID;

/**
 * A step that this node has claimed.
 *
 * @param look whether it is only to be looked up
 */
public record Work(Step step, UUID orderId, boolean look) {

  /** The key under which the outside is asked. */
  public UUID key() {
    return step.attemptId().orElse(step.id());
  }
}
