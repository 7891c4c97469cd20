package org.countermand.eligibility.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One revision of a shop's policy. Revisions are never changed; a new one takes over at its
 * effective time.
 *
 * @param shop whose policy it is, or {@code *} for every shop without one of its own
 */
public record Policy(
    UUID id, String shop, String name, int revision, Instant effectiveFrom, List<Rule> rules) {
  public Policy {
    rules = List.copyOf(rules);
  }
}
