package org.countermand.sandbox.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.countermand.audit.model.AuditEntry;
import org.countermand.audit.model.Leaf;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Event;
import org.countermand.cancellation.model.Lifecycle;
import org.countermand.cancellation.model.StepKind;
import org.countermand.cancellation.model.Telling;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Digest;
import org.countermand.kernel.Facts;
import org.countermand.kernel.ReasonCode;
import org.countermand.outbox.model.EventType;
import org.countermand.outbox.model.Listener;
import org.countermand.refund.model.Quotation;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to cancellations: edges, audit, letters, steps and calls. */
final class Scribe {

  static final Actor RUNNER = new Actor.System("step-runner");

  private static final Duration DUE = Duration.ofHours(4);
  private static final Duration LEASE = Duration.ofSeconds(90);

  private final Dice dice;
  private final Sheets sheets;
  private final Standing standing;

  Scribe(Dice dice, Sheets sheets, Standing standing) {
    this.dice = dice;
    this.sheets = sheets;
    this.standing = standing;
  }

  /** Walks along the edge that the event names. */
  Cancellation walk(Actor actor, Cancellation cancellation, Event event, Instant at) {
    Lifecycle.Edge edge =
        Lifecycle.TABLE.stream()
            .filter(e -> e.from() == cancellation.state() && e.event() == event)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(cancellation.state() + " " + event));
    Cancellation walked = cancellation.after(edge, at);
    note(actor, walked, event.name(), at);
    return walked;
  }

  /** An audit entry with its place in the chain. */
  void note(Actor actor, Cancellation cancellation, String what, Instant at) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("number", cancellation.number());
    facts.put("state", cancellation.state().name());
    facts.put("basis", cancellation.basisKind());
    facts.put("amount", cancellation.amount().toString());
    cancellation.quotationId().ifPresent(id -> facts.put("quotation", id.toString()));
    cancellation.findings().forEach(f -> facts.put("finding." + f.code(), f.toString()));
    AuditEntry entry =
        new AuditEntry(
            dice.id(at),
            at,
            actor.kind(),
            actor.id(),
            what,
            cancellation.orderId(),
            cancellation.id(),
            facts);
    String body = Facts.write(entry.facts()) + "\f" + entry.text();
    sheets.row(
        Table.AUDIT_ENTRY,
        entry.id(),
        at,
        entry.actorKind(),
        entry.actorId(),
        what,
        entry.orderId(),
        entry.subjectId(),
        body);
    Leaf leaf = standing.nextLeaf(entry.id(), body);
    sheets.row(Table.AUDIT_LEAF, leaf.number(), leaf.entryId(), leaf.entryDigest(), leaf.chain());
  }

  /** An event and the letter that came of it. */
  void tell(
      EventType type,
      Cancellation cancellation,
      Optional<Quotation> promise,
      Optional<String> credit,
      Instant at) {
    UUID id = dice.id(at);
    sheets.row(
        Table.EVENT,
        id,
        type,
        cancellation.id(),
        cancellation.orderId(),
        at,
        Facts.write(Telling.facts(cancellation, promise, credit)));
    for (Listener listener : type.listeners()) {
      Instant delivered = at.plusMillis(dice.between(200, 3000));
      sheets.row(Table.ENVELOPE, dice.id(at), id, listener, null, 1, at, delivered, "");
    }
  }

  /** A work item, open or closed. */
  void needPerson(
      Actor actor,
      Cancellation cancellation,
      ReasonCode why,
      WorkItem.NextAction next,
      Instant at,
      @Nullable Instant closedAt) {
    sheets.row(
        Table.WORK_ITEM, dice.id(at), cancellation.id(), why, next, "", at, at.plus(DUE), closedAt);
    note(actor, cancellation, "NEEDS_PERSON_" + why, at);
  }

  /** A step that was done, with the calls that were made for it. */
  Instant step(
      Cancellation cancellation,
      int position,
      StepKind kind,
      UUID subject,
      Instant plannedAt,
      Instant at) {
    UUID id = dice.id(plannedAt);
    UUID key = dice.id(at);
    // Now and then an answer is lost and looked for.
    boolean lost = kind != StepKind.CREDIT && dice.perMille(10);
    Instant answered = at.plusMillis(dice.between(30, 250));
    journal(cancellation, id, key, "CALLING", "", kind.name(), at);
    if (lost) {
      journal(cancellation, id, key, "ANSWERED", "UNSURE", "read timed out", answered);
      answered = answered.plusSeconds(20);
      journal(cancellation, id, key, "LOOKING", "", kind.name(), answered);
      answered = answered.plusMillis(80);
    }
    journal(cancellation, id, key, "ANSWERED", "DONE", "", answered);
    sheets.row(
        Table.STEP,
        id,
        cancellation.id(),
        position,
        kind,
        "DONE",
        subject,
        null,
        key,
        1,
        lost ? 2 : 1,
        at.plus(LEASE),
        at,
        answered,
        "");
    return answered;
  }

  private void journal(
      Cancellation cancellation,
      UUID step,
      UUID key,
      String phase,
      String outcome,
      String detail,
      Instant at) {
    sheets.row(
        Table.JOURNAL, dice.id(at), cancellation.id(), step, key, 1, phase, outcome, detail, at);
  }

  /** What the gateway told by itself. */
  void news(String type, Instant at) {
    String id = "evt_3" + dice.word(24);
    sheets.row(Table.GATEWAY_NEWS, "stripe", id, type, Digest.sha256(id), at);
  }

  UUID id(Instant at) {
    return dice.id(at);
  }

  void row(Table table, @Nullable Object... values) {
    sheets.row(table, values);
  }
}
