package org.countermand.cancellation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countermand.cancellation.model.Heard;
import org.countermand.cancellation.model.UncertainMoney;
import org.countermand.cancellation.model.Uncertainty;
import org.countermand.cancellation.store.UncertainRepository;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.QuestionService;

/** The door to money of which it is not sure where it is. */
@Stateless
public class MoneyService {

  private static final Actor SELF = new Actor.System("money");
  private static final UUID FIRST = new UUID(0, 0);

  @Inject private UncertainRepository uncertain;
  @Inject private QuestionService questions;
  @Inject private Event<Heard> heard;
  @Inject private Clock clock;

  /** Money of one kind, the longest uncertain first; nothing for those who may not see it. */
  public List<UncertainMoney> list(Actor actor, Uncertainty kind, int limit) {
    return after(actor, kind, Instant.EPOCH, FIRST, limit);
  }

  /** As {@link #list}, behind one that was shown. */
  public List<UncertainMoney> after(
      Actor actor, Uncertainty kind, Instant since, UUID id, int limit) {
    return Access.refusal(actor, Action.VIEW_MONEY).isPresent()
        ? List.of()
        : uncertain.list(kind, actor.shop(), since, id, clock.instant(), limit);
  }

  /**
   * Has the gateway asked what is true, now.
   *
   * @return what is asked about; {@code NOT_FOUND} if it is uncertain no more
   */
  public Decision<UncertainMoney> ask(Actor actor, Uncertainty kind, UUID id) {
    if (Access.refusal(actor, Action.RECONCILE).isPresent()) {
      return Decision.no(ReasonCode.NOT_PERMITTED);
    }
    Optional<UncertainMoney> found =
        uncertain
            .find(kind, actor.shop(), id, clock.instant())
            .filter(money -> questions.put(SELF, money.topic()));
    found.ifPresent(money -> heard.fire(new Heard(money.topic())));
    return found
        .<Decision<UncertainMoney>>map(Decision::yes)
        .orElseGet(() -> Decision.no(ReasonCode.NOT_FOUND));
  }
}
