package org.countermand.eligibility.model;

/** What a rule or a verdict comes to; the strictest wins. */
public enum Effect {
  ALLOW,
  REVIEW,
  REFUSE;

  /** The stricter of two. */
  public Effect and(Effect other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
