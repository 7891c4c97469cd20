package org.countermand.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Access;
import org.countermand.kernel.Action;
import org.countermand.kernel.Actor;
import org.countermand.kernel.Decision;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.countermand.order.model.Order;
import org.countermand.order.model.UnitRange;
import org.countermand.payment.model.CardReturn;
import org.countermand.payment.model.Credit;
import org.countermand.payment.model.CreditAccount;
import org.countermand.payment.model.CreditEntry;
import org.countermand.payment.model.CreditOpening;
import org.countermand.payment.model.Spending;
import org.countermand.payment.model.Spent;
import org.countermand.payment.store.CreditRepository;

/** The door to the ledger of gift cards and store credit. */
@Stateless
public class CreditService {

  @Inject private CreditRepository credits;

  /**
   * Opens the accounts of the cards that a new order tells of, and books what was sold on them.
   * Refused where the shop has another kind or currency under the same reference.
   */
  public Decision<Order> open(Actor actor, Order order, Instant at) {
    if (Access.refusal(actor, Action.PLACE_ORDER, new Access.Subject(order.shop(), order.id()))
        .isPresent()) {
      return Decision.no(ReasonCode.NOT_PERMITTED);
    }
    List<Finding> findings = new ArrayList<>();
    for (CreditOpening opening : CreditOpening.of(order)) {
      Decision<CreditAccount> fitting = opening.fits(credits.open(opening.account()));
      if (fitting instanceof Decision.Accepted<CreditAccount> known) {
        opening.entry(known.value(), actor.id(), at).ifPresent(credits::post);
      } else {
        findings.addAll(((Decision.Refused<CreditAccount>) fitting).findings());
      }
    }
    return findings.isEmpty() ? Decision.yes(order) : Decision.no(findings);
  }

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

  /**
   * Takes the value of gift cards back that are cancelled themselves, before any money moves. The
   * caller has locked them and seen that they cover it.
   */
  public void takeBack(
      Actor actor, UUID cancellationId, Order order, Map<UUID, List<UnitRange>> units, Instant at) {
    require(actor, Action.REQUEST_CANCELLATION);
    CardReturn.of(cancellationId, order, units)
        .forEach(
            card ->
                credits
                    .account(order.shop(), card.reference())
                    .map(account -> card.entry(account, actor.id(), at))
                    .ifPresent(credits::post));
  }

  /** Gives again what a cancellation has taken back of cards, because it came to nothing. */
  public void giveAgain(Actor actor, UUID cancellationId, Instant at) {
    require(actor, Action.RUN_PROCESS);
    credits
        .takenBack(cancellationId)
        .forEach(taken -> credits.post(taken.returned(actor.id(), at)));
  }

  private static void require(Actor actor, Action action) {
    if (Access.refusal(actor, action).isPresent()) {
      throw new SecurityException("Not permitted: " + actor.kind());
    }
  }

  private boolean booked(CreditEntry entry) {
    return credits.post(entry);
  }
}
