package org.countermand.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Outcome;
import org.countermand.notification.model.Admission;
import org.countermand.notification.model.LetterWriting;
import org.countermand.notification.model.Post;
import org.countermand.notification.model.Words;
import org.countermand.order.model.Order;
import org.countermand.order.model.Orders;
import org.countermand.outbox.OutboxService;
import org.countermand.outbox.model.Envelope;
import org.countermand.outbox.model.Listener;
import org.jspecify.annotations.Nullable;

/**
 * Takes envelopes from the outbox, writes the letters and posts them. At least once: who dies
 * between the mail server and the outbox sends the same message id again.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class LetterCourier {

  private static final Logger LOG = Logger.getLogger(LetterCourier.class.getName());

  private static final Actor COURIER = new Actor.System("letter-courier");

  @Inject OutboxService outbox;

  @Inject Orders orders;

  @Inject Words words;

  @Inject Admission admission;

  @Inject Post post;

  /**
   * Delivers what is due.
   *
   * @param limit letters at most
   * @return how many envelopes were taken; fewer than the limit means that no more are due
   */
  public int deliver(int limit) {
    var envelopes = outbox.claim(COURIER, Listener.NOTIFICATION, limit);
    envelopes.forEach(this::deliver);
    return envelopes.size();
  }

  /** Whatever is wrong with one letter must not keep the others. */
  private void deliver(Envelope envelope) {
    try {
      Optional<String> trouble = attempt(envelope);
      if (trouble.isPresent()) {
        postpone(envelope, trouble.get(), null);
      } else {
        outbox.delivered(COURIER, envelope.id());
      }
    } catch (RuntimeException e) {
      postpone(envelope, e.getClass().getSimpleName(), e);
    }
  }

  /** What kept the letter from being posted, as a technical word; nothing if all is well. */
  private Optional<String> attempt(Envelope envelope) {
    // Nobody to write to: a code was asked for an order that does not exist, or the person has been
    // erased since.
    Optional<Order> order =
        orders.find(envelope.event().orderId()).filter(found -> !found.buyer().email().isBlank());
    if (order.isEmpty()) {
      return Optional.empty();
    }
    LetterWriting writing = new LetterWriting(words, admission);
    var outcome = post.send(writing.write(envelope.id(), envelope.event(), order.get()));
    return trouble(outcome);
  }

  private static Optional<String> trouble(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Refused<String> refused) {
      return Optional.of(refused.finding().toString());
    }
    if (outcome instanceof Outcome.NotAttempted<String> not) {
      return Optional.of(not.why());
    }
    if (outcome instanceof Outcome.Unknown<String> unknown) {
      return Optional.of(unknown.why());
    }
    return Optional.empty();
  }

  private void postpone(Envelope envelope, String why, @Nullable RuntimeException cause) {
    LOG.log(
        Level.WARNING,
        cause,
        () ->
            "Letter %s (%s) is postponed: %s"
                .formatted(envelope.id(), envelope.event().type(), why));
    try {
      outbox.postponed(COURIER, envelope.id(), why);
    } catch (RuntimeException e) {
      // The claim lapses by itself when this node is gone; the next letter may fare better.
      LOG.log(Level.WARNING, "The outbox did not take the word on " + envelope.id(), e);
    }
  }
}
