package org.countermand.outbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.outbox.model.Envelope;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.Listener;
import org.countermand.outbox.model.Posted;
import org.countermand.outbox.store.EnvelopeRepository;
import org.countermand.platform.Node;

/** The door to the outbox: events go in with the business transaction and come out after it. */
@Stateless
public class OutboxService {

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  @Inject private EnvelopeRepository envelopes;
  @Inject private Clock clock;
  @Inject private Node node;
  @Inject private jakarta.enterprise.event.Event<Posted> posted;

  /** Writes one envelope per listener of the event, in the caller's transaction. */
  public void post(Actor actor, Event event) {
    if (actor.permissions().isEmpty()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
    envelopes.insert(event, clock.instant());
    posted.fire(new Posted(event.id()));
  }

  /** Takes envelopes that are due or whose owner is dead, for this node, oldest first. */
  public List<Envelope> claim(Actor actor, Listener listener, int limit) {
    require(actor);
    return envelopes.claim(listener, node.number(), clock.instant(), limit);
  }

  /** The listener has it. */
  public void delivered(Actor actor, UUID envelopeId) {
    require(actor);
    envelopes.delivered(envelopeId, clock.instant());
  }

  /** The listener could not take it now; it is offered again later, ever more seldom. */
  public void postponed(Actor actor, UUID envelopeId, String why) {
    require(actor);
    envelopes.postponed(envelopeId, clock.instant(), LONGEST_PAUSE, why);
  }

  private static void require(Actor actor) {
    if (!actor.permissions().contains(Action.RUN_PROCESS)) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }
}
