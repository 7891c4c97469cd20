package org.countermand.cancellation.model;

/** What is asked for: undoing by the shop's policy, or the statutory right. */
public enum Kind {
  CANCELLATION,
  WITHDRAWAL
}
