package org.countermand.portal.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Ids;
import org.countermand.order.OrderService;
import org.countermand.order.model.GuestOrder;
import org.countermand.outbox.OutboxService;
import org.countermand.outbox.model.Event;
import org.countermand.outbox.model.EventType;
import org.countermand.platform.access.AccessCodes;
import org.countermand.platform.access.Grant;
import org.countermand.platform.access.RateLimits;

/**
 * Lets somebody in who knows an order's number and e-mail address and can read that mailbox.
 *
 * <p>Nobody learns which orders exist: for every pair a challenge is opened and a letter is asked
 * for, and the letter that has no order is dropped where nobody is watching.
 */
@ApplicationScoped
public class GuestAccess {

  /** The time in which tries of one network are counted. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final int QUESTIONS = 20;
  private static final int ANSWERS = 30;

  private static final Duration MAIL_WINDOW = Duration.ofHours(1);
  private static final int LETTERS = 5;

  private static final Actor ASKER = new Actor.System("guest-access");
  private static final UUID NO_ORDER = new UUID(0, 0);

  @Inject OrderService orders;
  @Inject AccessCodes codes;
  @Inject RateLimits limits;
  @Inject OutboxService outbox;
  @Inject Clock clock;

  /** Whether this network may ask for one more code. */
  public boolean mayAsk(String network) {
    return limits.allow("guest/ask/" + network, QUESTIONS, WINDOW);
  }

  /** Whether this network may try one more code. */
  public boolean mayAnswer(String network) {
    return limits.allow("guest/answer/" + network, ANSWERS, WINDOW);
  }

  /**
   * Opens a challenge and has its code mailed. A mailbox that was sent too many letters gets no
   * more for a while; the answer is the same, because another one would say that it is known.
   *
   * @return the challenge to show, whether or not there is such an order
   */
  @Transactional
  public UUID ask(String number, String email) {
    boolean mayMail =
        limits.allow("guest/mail/" + email.toLowerCase(Locale.ROOT), LETTERS, MAIL_WINDOW);
    Optional<GuestOrder> order = orders.findForGuest(ASKER, number, email).filter(found -> mayMail);
    UUID challenge = codes.open(order.map(GuestOrder::id), order.map(GuestOrder::shop).orElse(""));
    outbox.post(
        ASKER,
        new Event(
            Ids.next(),
            EventType.ACCESS_CODE_ASKED,
            challenge,
            order.map(GuestOrder::id).orElse(NO_ORDER),
            clock.instant(),
            new TreeMap<>()));
    return challenge;
  }

  /** What the code opens, or nothing without saying why. */
  public Optional<Grant> answer(UUID challengeId, String code) {
    return codes.check(challengeId, code);
  }
}
