package org.countermand.outbox.model;

/** Who hears of events. */
public enum Listener {
  NOTIFICATION
}
