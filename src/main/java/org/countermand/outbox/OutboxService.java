package org.countermand.outbox;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.UUID;
import org.countermand.kernel.Actor;
import org.countermand.outbox.model.Envelope;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.Listener;

/** The door to the outbox: events go in with the business transaction and come out after it. */
@Stateless
public class OutboxService {

  /** Writes one envelope per listener of the event, in the caller's transaction. */
  public void post(Actor actor, Event event) {
    throw new UnsupportedOperationException();
  }

  /** Takes envelopes that are due or whose owner is dead, for this node, oldest first. */
  public List<Envelope> claim(Actor actor, Listener listener, int limit) {
    throw new UnsupportedOperationException();
  }

  /** The listener has it. */
  public void delivered(Actor actor, UUID envelopeId) {
    throw new UnsupportedOperationException();
  }

  /** The listener could not take it now; it is offered again later, ever more seldom. */
  public void postponed(Actor actor, UUID envelopeId, String why) {
    throw new UnsupportedOperationException();
  }
}
