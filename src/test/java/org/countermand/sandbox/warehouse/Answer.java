package org.countermand.sandbox.warehouse;

/** What the warehouse says to a hold. */
enum Answer {
  /** All units are held. */
  ACK,
  /** Half of the units of each line are held, rounded down: none of a single unit. */
  PARTIAL,
  /** No unit is held. */
  NACK
}
