package org.countermand.audit.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who did what to which cancellation or order, when: ids and digests only, so that a person can be
 * erased while the record still verifies.
 *
 * @param what the event's or action's name
 */
public record AuditEntry(
    UUID id,
    Instant at,
    String actorKind,
    String actorId,
    String what,
    UUID orderId,
    UUID subjectId,
    SortedMap<String, String> facts) {
  public AuditEntry {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** The exact text that is stored and chained. */
  public String text() {
    StringBuilder text = new StringBuilder("countermand audit 1\n");
    text.append("id ").append(id).append('\n');
    text.append("at ").append(at).append('\n');
    text.append("actor ").append(actorKind).append(' ').append(actorId).append('\n');
    text.append("what ").append(what).append('\n');
    text.append("order ").append(orderId).append('\n');
    text.append("subject ").append(subjectId).append('\n');
    facts.forEach(
        (name, value) ->
            text.append(name).append('=').append(value.replace("\n", "\\n")).append('\n'));
    return text.toString();
  }
}
