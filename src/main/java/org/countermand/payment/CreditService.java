package org.countermand.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.ReasonCode;
import org.countermand.payment.model.Credit;
import org.countermand.payment.model.CreditEntry;
import org.countermand.payment.model.Spending;
import org.countermand.payment.model.Spent;
import org.countermand.payment.store.CreditRepository;

/** The door to the ledger of gift cards and store credit. */
@Stateless
public class CreditService {

  @Inject private CreditRepository credits;

  /** What is on a card or credit of the actor's shop, and everything that was booked on it. */
  public Optional<Credit> find(Actor actor, String reference) {
    return Access.refusal(actor, Action.VIEW_CREDIT).isPresent()
        ? Optional.empty()
        : credits.find(actor.shop(), reference);
  }

  /** Books what a buyer has paid with it, once however often it is told. */
  public Decision<Spent> spend(Actor actor, Spending spending, Instant at) {
    if (Access.refusal(actor, Action.SPEND_CREDIT).isPresent()) {
      return Decision.no(ReasonCode.NOT_FOUND);
    }
    return credits
        .lock(actor.shop(), spending.reference())
        .map(credit -> credit.spend(spending, actor.id(), at).map(this::booked))
        .orElseGet(() -> Decision.no(ReasonCode.NOT_FOUND))
        .map(
            fresh ->
                new Spent(credits.find(actor.shop(), spending.reference()).orElseThrow(), fresh));
  }

  private boolean booked(CreditEntry entry) {
    return credits.post(entry);
  }
}
