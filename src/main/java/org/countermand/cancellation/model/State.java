package org.countermand.cancellation.model;

/** The states of a cancellation; what may follow which stands in {@link Lifecycle}. */
public enum State {
  /** Stored and acknowledged, not yet judged. */
  RECEIVED,
  /** The verdict allows; a quotation stands and waits for its basis. */
  QUOTED,
  /** A person decides. */
  IN_REVIEW,
  /** A basis exists; the quantities are claimed. */
  CONFIRMED,
  /** The warehouse is asked. */
  HOLDING,
  /** The goods are on their way; they are intercepted or returned. */
  REROUTED,
  /** The point of no return: only forward. */
  EXECUTING,
  COMPLETED,
  REFUSED,
  WITHDRAWN,
  EXPIRED;

  public boolean terminal() {
    return switch (this) {
      case COMPLETED, REFUSED, WITHDRAWN, EXPIRED -> true;
      case RECEIVED, QUOTED, IN_REVIEW, CONFIRMED, HOLDING, REROUTED, EXECUTING -> false;
    };
  }
}
