package org.countermand.outbox.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something that happened, as listeners hear it: ids, codes and amounts, never personal data.
 *
 * @param subjectId the cancellation, or what else it is about
 */
public record Event(
    UUID id,
    EventType type,
    UUID subjectId,
    UUID orderId,
    Instant at,
    SortedMap<String, String> facts) {
  public Event {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }
}
