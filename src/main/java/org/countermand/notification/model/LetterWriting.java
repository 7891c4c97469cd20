package org.countermand.notification.model;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.countermand.order.model.Order;
import org.countermand.outbox.model.Event;

/** Writes the letter that an event calls for, in the buyer's language. */
public final class LetterWriting {

  private final Words words;
  private final Admission admission;

  public LetterWriting(Words words, Admission admission) {
    this.words = words;
    this.admission = admission;
  }

  /**
   * Writes a letter.
   *
   * @param id the envelope it answers
   * @param order the order that the event is about
   * @throws RuntimeException if the event does not tell what the letter needs
   */
  public Letter write(UUID id, Event event, Order order) {
    Locale locale = order.buyer().locale();
    Voice voice = new Voice(words, locale);
    Draft draft = new Draft(voice, event, order, admission);
    draft.greet();
    String subject =
        switch (event.type()) {
          case ACCESS_CODE_ASKED -> draft.accessCode();
          case ORDER_PLACED -> draft.orderPlaced();
          case CANCELLATION_RECEIVED -> draft.received();
          case CANCELLATION_IN_REVIEW -> draft.inReview();
          case CANCELLATION_REFUSED -> draft.refused();
          case CANCELLATION_REROUTED -> draft.rerouted();
          case CANCELLATION_COMPLETED -> draft.completed();
          case REFUND_FAILED -> draft.refundFailed();
          case PAYOUT_CHOSEN -> draft.payoutChosen();
          case PAYOUT_PAID -> draft.payoutPaid();
          case PAYOUT_FAILED -> draft.payoutFailed();
        };
    draft.close();
    List<Block> body = draft.body();
    return new Letter(
        id,
        event.type(),
        order.buyer().email(),
        OneLine.of(order.buyer().name()),
        words.language(locale),
        subject,
        body);
  }
}
