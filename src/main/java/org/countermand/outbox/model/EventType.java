package org.countermand.outbox.model;

import java.util.Set;

/** What listeners can be told, and who listens. */
public enum EventType {
  ACCESS_CODE_ASKED(Set.of(Listener.NOTIFICATION)),
  CANCELLATION_RECEIVED(Set.of(Listener.NOTIFICATION)),
  CANCELLATION_IN_REVIEW(Set.of(Listener.NOTIFICATION)),
  CANCELLATION_REFUSED(Set.of(Listener.NOTIFICATION)),
  CANCELLATION_REROUTED(Set.of(Listener.NOTIFICATION)),
  CANCELLATION_COMPLETED(Set.of(Listener.NOTIFICATION)),
  REFUND_FAILED(Set.of(Listener.NOTIFICATION)),
  PAYOUT_CHOSEN(Set.of(Listener.NOTIFICATION)),
  PAYOUT_PAID(Set.of(Listener.NOTIFICATION)),
  PAYOUT_FAILED(Set.of(Listener.NOTIFICATION)),
  ORDER_PLACED(Set.of(Listener.NOTIFICATION));

  private final Set<Listener> listeners;

  EventType(Set<Listener> listeners) {
    this.listeners = listeners;
  }

  /** One envelope is written for each of these. */
  public Set<Listener> listeners() {
    return listeners;
  }
}
