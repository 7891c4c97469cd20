package org.countermand.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.countermand.audit.model.AuditEntry;
import org.countermand.audit.model.Leaf;
import org.countermand.kernel.Facts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the entries and their chain; the database lets nobody change either. */
@ApplicationScoped
public class AuditRepository {

  private static final long CHAIN_LOCK = 4_711_001L;

  @Inject private Jdbi jdbi;

  public void insert(AuditEntry entry) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "WITH entry AS (INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                    + " RETURNING id) INSERT INTO audit_pending SELECT id FROM entry",
                entry.id(),
                entry.at(),
                entry.actorKind(),
                entry.actorId(),
                entry.what(),
                entry.orderId(),
                entry.subjectId(),
                Facts.write(entry.facts()) + "\f" + entry.text()));
  }

  public List<AuditEntry> ofSubject(UUID subjectId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM audit_entry WHERE subject_id = :id ORDER BY id")
                .bind("id", subjectId)
                .map(
                    (row, context) ->
                        new AuditEntry(
                            row.getObject("id", UUID.class),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("actor_kind"),
                            row.getString("actor_id"),
                            row.getString("what"),
                            row.getObject("order_id", UUID.class),
                            subjectId,
                            facts(row.getString("body"))))
                .list());
  }

  /** Chains what is pending, unless another node is at it. */
  public int chain(int limit) {
    return jdbi.withHandle(
        handle -> {
          boolean mine =
              handle
                  .createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                  .bind("lock", CHAIN_LOCK)
                  .mapTo(Boolean.class)
                  .one();
          return mine ? chainLocked(handle, limit) : 0;
        });
  }

  private record Pending(UUID id, String body) {}

  private static int chainLocked(Handle handle, int limit) {
    List<Pending> pending =
        handle
            .createQuery(
                "SELECT e.id, e.body FROM audit_pending p JOIN audit_entry e ON e.id = p.entry_id"
                    + " ORDER BY e.id LIMIT :limit")
            .bind("limit", limit)
            .map((row, context) -> new Pending(row.getObject(1, UUID.class), row.getString(2)))
            .list();
    if (pending.isEmpty()) {
      return 0;
    }
    Leaf last = lastLeaf(handle);
    List<Leaf> leaves = new ArrayList<>();
    for (Pending entry : pending) {
      last = Leaf.next(last.number() + 1, entry.id(), entry.body(), last.chain());
      leaves.add(last);
    }
    handle.execute(
        "INSERT INTO audit_leaf SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[])",
        (Object) leaves.stream().map(Leaf::number).toArray(Long[]::new),
        leaves.stream().map(Leaf::entryId).toArray(UUID[]::new),
        leaves.stream().map(Leaf::entryDigest).toArray(String[]::new),
        leaves.stream().map(Leaf::chain).toArray(String[]::new));
    handle.execute(
        "DELETE FROM audit_pending WHERE entry_id = ANY (?)",
        (Object) leaves.stream().map(Leaf::entryId).toArray(UUID[]::new));
    return leaves.size();
  }

  private static Leaf lastLeaf(Handle handle) {
    return handle
        .createQuery("SELECT * FROM audit_leaf ORDER BY number DESC LIMIT 1")
        .map(
            (row, context) ->
                new Leaf(
                    row.getLong("number"),
                    row.getObject("entry_id", UUID.class),
                    row.getString("entry_digest"),
                    row.getString("chain")))
        .findOne()
        .orElseGet(() -> new Leaf(0, new UUID(0, 0), "", Leaf.ROOT));
  }

  /** What is shown stands before the text for people; the chain covers both. */
  private static SortedMap<String, String> facts(String body) {
    return Facts.read(body.substring(0, body.indexOf('\f')));
  }

  /** When the oldest entry that is not yet chained was written, for health. */
  public Instant oldestPending(Instant otherwise) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT coalesce(min(e.at), :otherwise) FROM audit_pending p"
                        + " JOIN audit_entry e ON e.id = p.entry_id")
                .bind("otherwise", otherwise)
                .mapTo(Instant.class)
                .one());
  }
}
