package org.countermand.sandbox.warehouse;

/** The states of a hold. */
enum HoldStatus {
  /** The warehouse has not answered yet. */
  PENDING,
  /** All units are set aside. */
  HELD,
  /** Some units are set aside, the others are too far along. */
  PARTLY_HELD,
  /** No unit could be set aside. */
  REFUSED,
  /** The hold was lifted: the lines are packed on. */
  UNHELD,
  /** The held units are free stock again. */
  RELEASED
}
