package org.countermand.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Finding;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.ReasonCode;
import org.countermand.notification.model.Letter;
import org.countermand.outbox.OutboxService;
import org.countermand.outbox.model.Envelope;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.EventType;
import org.countermand.outbox.model.Listener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LetterCourierTest {

  private static final UUID FIRST = new UUID(1, 1);
  private static final UUID SECOND = new UUID(1, 2);

  private final Box box = new Box();
  private final List<Letter> posted = new ArrayList<>();
  private final LetterCourier courier = new LetterCourier();

  @BeforeEach
  void hire() {
    courier.outbox = box;
    courier.orders = id -> Optional.of(Given.order(Locale.ENGLISH)).filter(o -> o.id().equals(id));
    courier.words = Given.words();
    courier.admission = Given.admission();
    courier.post = this::take;
  }

  @Test
  void everyLetterThatIsPostedIsDelivered() {
    box.put(FIRST, Given.event(EventType.CANCELLATION_RECEIVED));
    box.put(SECOND, Given.event(EventType.CANCELLATION_COMPLETED));

    assertThat(courier.deliver(10)).isEqualTo(2);

    assertThat(box.ends).containsExactly(Map.entry(FIRST, ""), Map.entry(SECOND, ""));
    assertThat(posted).extracting(Letter::id).containsExactly(FIRST, SECOND);
  }

  @Test
  void noMoreIsTakenThanAskedFor() {
    box.put(FIRST, Given.event(EventType.CANCELLATION_RECEIVED));
    box.put(SECOND, Given.event(EventType.CANCELLATION_COMPLETED));

    assertThat(courier.deliver(1)).isEqualTo(1);

    assertThat(box.ends).containsOnlyKeys(FIRST);
  }

  @Test
  void oneBadLetterDoesNotStopTheOthers() {
    SortedMap<String, String> facts = Given.facts();
    facts.put("total", "much");
    box.put(FIRST, Given.event(EventType.CANCELLATION_COMPLETED, facts));
    box.put(SECOND, Given.event(EventType.CANCELLATION_COMPLETED));

    courier.deliver(10);

    assertThat(box.ends.get(FIRST)).isNotEmpty();
    assertThat(box.ends.get(SECOND)).isEmpty();
  }

  @Test
  void anOutboxThatFailsForOneLetterDoesNotStopTheOthers() {
    box.put(FIRST, Given.event(EventType.ORDER_PLACED));
    box.put(SECOND, Given.event(EventType.ORDER_PLACED));
    box.broken = FIRST;

    courier.deliver(10);

    assertThat(box.ends).containsExactly(Map.entry(SECOND, ""));
  }

  @Test
  void aCodeThatWasAskedForNobodysOrderIsDoneWithoutALetter() {
    Event event =
        new Event(
            FIRST, EventType.ACCESS_CODE_ASKED, SECOND, new UUID(9, 9), Given.AT, new TreeMap<>());
    box.put(FIRST, event);

    courier.deliver(10);

    assertThat(box.ends).containsExactly(Map.entry(FIRST, ""));
    assertThat(posted).isEmpty();
  }

  @Test
  void whatTheMailServerDidNotSurelyTakeIsOfferedAgain() {
    List<Outcome<String>> troubles =
        List.of(
            new Outcome.NotAttempted<>("not reached"),
            new Outcome.Unknown<>("cut", false),
            new Outcome.Refused<>(Finding.of(ReasonCode.LETTER_UNDELIVERED, "what", "recipient")));
    for (Outcome<String> trouble : troubles) {
      courier.post = letter -> trouble;
      box.put(FIRST, Given.event(EventType.ORDER_PLACED));

      courier.deliver(1);

      assertThat(box.ends.remove(FIRST))
          .isIn("not reached", "cut", "LETTER_UNDELIVERED{what=recipient}");
    }
  }

  private Outcome<String> take(Letter letter) {
    posted.add(letter);
    return new Outcome.Settled<>(letter.messageId());
  }

  /** Remembers why an envelope was postponed; nothing for one that was delivered. */
  private static final class Box extends OutboxService {
    private final List<Envelope> due = new ArrayList<>();
    private final Map<UUID, String> ends = new LinkedHashMap<>();
    private UUID broken = new UUID(0, 0);

    void put(UUID id, Event event) {
      due.add(new Envelope(id, Listener.NOTIFICATION, event, 1));
    }

    @Override
    public List<Envelope> claim(Actor actor, Listener listener, int limit) {
      assertThat(actor.permissions()).contains(Action.RUN_PROCESS);
      List<Envelope> claimed = List.copyOf(due.subList(0, Math.min(limit, due.size())));
      due.removeAll(claimed);
      return claimed;
    }

    @Override
    public void delivered(Actor actor, UUID envelopeId) {
      end(envelopeId, "");
    }

    @Override
    public void postponed(Actor actor, UUID envelopeId, String why) {
      end(envelopeId, why);
    }

    private void end(UUID envelopeId, String why) {
      if (envelopeId.equals(broken)) {
        throw new IllegalStateException("The database is away");
      }
      ends.put(envelopeId, why);
    }
  }
}
