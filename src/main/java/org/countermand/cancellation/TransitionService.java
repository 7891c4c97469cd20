package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countermand.audit.AuditService;
import org.countermand.audit.model.AuditEntry;
import org.countermand.cancellation.model.Cancellation;
import org.countermand.cancellation.model.Command;
import org.countermand.cancellation.model.DocumentCare;
import org.countermand.cancellation.model.Lifecycle;
import org.countermand.cancellation.model.PayoutFacts;
import org.countermand.cancellation.model.State;
import org.countermand.cancellation.model.Telling;
import org.countermand.cancellation.model.WorkItem;
import org.countermand.cancellation.store.CancellationRepository;
import org.countermand.cancellation.store.WorkItemRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Ids;
import org.countermand.kernel.ReasonCode;
import org.countermand.outbox.OutboxService;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.EventType;
import org.countermand.payment.PayoutService;
import org.countermand.payment.model.PartState;
import org.countermand.payment.model.RefundPart;
import org.countermand.refund.RefundService;
import org.countermand.refund.model.Quotation;

/** Walks a cancellation along one edge: decided by the table, saved, audited, told. */
@Stateless
public class TransitionService {

  private static final Duration DUE = Duration.ofHours(4);

  @Inject private CancellationRepository cancellations;
  @Inject private WorkItemRepository workItems;
  @Inject private RefundService refunds;
  @Inject private PayoutService payouts;
  @Inject private AuditService audit;
  @Inject private OutboxService outbox;

  /** Walks; the caller holds the cancellation's lock. */
  public Decision<Cancellation> walk(
      Actor actor, Cancellation cancellation, Command command, Instant at) {
    return Lifecycle.decide(cancellation.state(), command)
        .map(
            edge -> {
              Cancellation walked = cancellations.save(cancellation.after(edge, at));
              note(actor, walked, edge.event().name(), at);
              eventOf(edge.to()).ifPresent(type -> tell(actor, type, walked, at));
              return walked;
            });
  }

  /** As {@link #walk}, where the table surely has the edge. */
  public Cancellation mustWalk(
      Actor actor, Cancellation cancellation, Command command, Instant at) {
    if (walk(actor, cancellation, command, at) instanceof Decision.Accepted<Cancellation> yes) {
      return yes.value();
    }
    throw new IllegalStateException(cancellation.state() + " forbids " + command);
  }

  /** Writes an audit entry on a cancellation. */
  public void note(Actor actor, Cancellation cancellation, String what, Instant at) {
    note(actor, cancellation, what, Map.of(), at);
  }

  /** As {@link #note(Actor, Cancellation, String, Instant)}, with more than stands in it. */
  public void note(
      Actor actor, Cancellation cancellation, String what, Map<String, String> more, Instant at) {
    SortedMap<String, String> facts = new TreeMap<>(more);
    facts.put("number", cancellation.number());
    facts.put("state", cancellation.state().name());
    facts.put("basis", cancellation.basisKind());
    facts.put("amount", cancellation.amount().toString());
    cancellation.quotationId().ifPresent(id -> facts.put("quotation", id.toString()));
    cancellation.findings().forEach(f -> facts.put("finding." + f.code(), f.toString()));
    audit.append(
        actor,
        new AuditEntry(
            Ids.next(),
            at,
            actor.kind(),
            actor.id(),
            what,
            cancellation.orderId(),
            cancellation.id(),
            facts));
  }

  /** Tells listeners about a cancellation. */
  public void tell(Actor actor, EventType type, Cancellation cancellation, Instant at) {
    tell(actor, type, cancellation, Map.of(), at);
  }

  /** As {@link #tell(Actor, EventType, Cancellation, Instant)}, with more than stands in it. */
  public void tell(
      Actor actor,
      EventType type,
      Cancellation cancellation,
      Map<String, String> more,
      Instant at) {
    Access.Subject subject = new Access.Subject(cancellation.shop(), cancellation.orderId());
    tell(
        actor,
        type,
        cancellation,
        cancellation.quotationId().flatMap(id -> refunds.find(actor, subject, id)),
        more,
        at);
  }

  /** Acknowledges what is not judged yet: what was asked for, and no amount, for none is sure. */
  public void acknowledge(Actor actor, Cancellation received, Instant at) {
    tell(actor, EventType.CANCELLATION_RECEIVED, received, Optional.empty(), Map.of(), at);
  }

  private void tell(
      Actor actor,
      EventType type,
      Cancellation cancellation,
      Optional<Quotation> promise,
      Map<String, String> more,
      Instant at) {
    Optional<String> credit =
        cancellation.state() == State.COMPLETED
            ? refunds.creditOf(actor, cancellation.id())
            : Optional.empty();
    SortedMap<String, String> facts = Telling.facts(cancellation, promise, credit);
    facts.putAll(more);
    outbox.post(
        actor, new Event(Ids.next(), type, cancellation.id(), cancellation.orderId(), at, facts));
  }

  /** Tells people what it means for them that a part has gone from one state to another. */
  public void heard(
      Actor actor, Cancellation cancellation, RefundPart before, RefundPart after, Instant at) {
    boolean failed = after.state() == PartState.FAILED || after.state() == PartState.REVERSED;
    if (failed && before.state() != after.state()) {
      needPerson(
          actor,
          cancellation,
          ReasonCode.REFUND_FAILED,
          WorkItem.NextAction.REFUND_ANOTHER_WAY,
          at);
      tell(
          actor,
          EventType.REFUND_FAILED,
          cancellation,
          PayoutFacts.ofOffer(payouts.offered(actor, cancellation.shop(), after)),
          at);
    }
    if (after.waitsForFunds() && !before.waitsForFunds()) {
      needPerson(
          actor, cancellation, ReasonCode.FUNDS_MISSING, WorkItem.NextAction.TELL_TREASURY, at);
    } else if (before.waitsForFunds() && !after.waitsForFunds()) {
      needNoPerson(actor, cancellation, ReasonCode.FUNDS_MISSING, at);
    }
  }

  /** Notes that a document was issued, and asks for a person where it says that one must act. */
  public void documented(Actor actor, Cancellation cancellation, Instant at) {
    List<Finding> findings = refunds.creditFindings(actor, cancellation.id());
    SortedMap<String, String> facts = new TreeMap<>();
    refunds.creditOf(actor, cancellation.id()).ifPresent(number -> facts.put("document", number));
    findings.forEach(found -> facts.put("document." + found.code(), found.toString()));
    note(actor, cancellation, "DOCUMENT_ISSUED", facts, at);
    DocumentCare.reason(findings)
        .ifPresent(
            why -> needPerson(actor, cancellation, why, WorkItem.NextAction.CHECK_DOCUMENT, at));
  }

  /** Asks for a person; once, as long as nobody came. */
  public void needPerson(
      Actor actor,
      Cancellation cancellation,
      ReasonCode why,
      WorkItem.NextAction next,
      Instant at) {
    if (workItems.open(
        new WorkItem(Ids.next(), cancellation.id(), why, next, "", at, at.plus(DUE), null))) {
      note(actor, cancellation, "NEEDS_PERSON_" + why, at);
    }
  }

  /** The person is no longer needed for this. */
  public void needNoPerson(Actor actor, Cancellation cancellation, ReasonCode why, Instant at) {
    workItems.close(cancellation.id(), why, at);
  }

  private static Optional<EventType> eventOf(State state) {
    return switch (state) {
      case IN_REVIEW -> Optional.of(EventType.CANCELLATION_IN_REVIEW);
      case REROUTED -> Optional.of(EventType.CANCELLATION_REROUTED);
      case REFUSED -> Optional.of(EventType.CANCELLATION_REFUSED);
      case COMPLETED -> Optional.of(EventType.CANCELLATION_COMPLETED);
      case RECEIVED, QUOTED, CONFIRMED, HOLDING, EXECUTING, WITHDRAWN, EXPIRED -> Optional.empty();
    };
  }
}
