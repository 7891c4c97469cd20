package org.countermand.logistics.model;

/** The life of a hold. */
public enum HoldStatus {
  /** Asked, not answered. */
  PENDING,
  HELD,
  PARTLY_HELD,
  /** Too late: the goods are on their way. */
  REFUSED,
  /** The units are packed after all. */
  UNHELD,
  /** The held units went back to free stock. */
  RELEASED
}
