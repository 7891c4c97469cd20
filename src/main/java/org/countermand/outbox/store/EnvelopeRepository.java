package org.countermand.outbox.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Facts;
import org.countermand.kernel.Ids;
import org.countermand.outbox.model.Envelope;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.EventType;
import org.countermand.outbox.model.Listener;
import org.jdbi.v3.core.Jdbi;

/** Keeps events and their envelopes. */
@ApplicationScoped
public class EnvelopeRepository {

  /** Longer than any delivery takes; a courier that lost its thread does not block the letter. */
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  @Inject private Jdbi jdbi;

  public void insert(Event event, Instant due) {
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)",
              event.id(),
              event.type().name(),
              event.subjectId(),
              event.orderId(),
              event.at(),
              Facts.write(event.facts()));
          for (Listener listener : event.type().listeners()) {
            handle.execute(
                "INSERT INTO envelope (id, event_id, listener, tries, due_at, note)"
                    + " VALUES (?, ?, ?, 0, ?, '')",
                Ids.next(),
                event.id(),
                listener.name(),
                due);
          }
        });
  }

  /** The claim is a lease: it holds while the claiming node lives, and until the deadline. */
  public List<Envelope> claim(Listener listener, int node, Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "WITH mine AS (SELECT id FROM envelope WHERE listener = :listener"
                        + " AND delivered_at IS NULL"
                        + " AND (due_at <= :now OR (owner IS NOT NULL AND NOT node_alive(owner)))"
                        + " ORDER BY due_at, id LIMIT :limit FOR UPDATE SKIP LOCKED),"
                        + " taken AS (UPDATE envelope SET owner = :node, tries = tries + 1,"
                        + " due_at = :deadline"
                        + " WHERE id IN (SELECT id FROM mine) RETURNING id, event_id, tries)"
                        + " SELECT t.id AS envelope, t.tries, e.* FROM taken t"
                        + " JOIN event e ON e.id = t.event_id ORDER BY e.id")
                .bind("listener", listener.name())
                .bind("now", now)
                .bind("limit", limit)
                .bind("node", node)
                .bind("deadline", now.plus(DEADLINE))
                .map((row, context) -> envelope(listener, row))
                .list());
  }

  public void delivered(UUID envelopeId, Instant at) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE envelope SET delivered_at = ?, owner = NULL, note = '' WHERE id = ?",
                at,
                envelopeId));
  }

  /** The pause doubles with every try. */
  public void postponed(UUID envelopeId, Instant now, Duration longest, String why) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE envelope SET owner = NULL, note = ?, due_at = ?::timestamptz"
                    + " + least(? * interval '1 second',"
                    + " interval '1 second' * power(2, least(tries, 20)))"
                    + " WHERE id = ?",
                why,
                now.atOffset(java.time.ZoneOffset.UTC),
                longest.toSeconds(),
                envelopeId));
  }

  private static Envelope envelope(Listener listener, ResultSet row) throws SQLException {
    return new Envelope(
        row.getObject("envelope", UUID.class),
        listener,
        new Event(
            row.getObject("id", UUID.class),
            EventType.valueOf(row.getString("type")),
            row.getObject("subject_id", UUID.class),
            row.getObject("order_id", UUID.class),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            Facts.read(row.getString("facts"))),
        row.getInt("tries"));
  }
}
