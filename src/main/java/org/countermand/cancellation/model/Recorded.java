package org.countermand.cancellation.model;

import java.util.List;
import java.util.Optional;
import org.countermand.eligibility.model.Effect;
import org.countermand.eligibility.model.Verdict;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.refund.model.Quotation;

/**
 * A cancellation that is recorded and waits for its verdict, with what the verdict is about.
 *
 * @param promise what was agreed to; nothing where it was asked without an amount
 */
public record Recorded(
    Cancellation cancellation, Order order, List<Ask> asks, Optional<Quotation> promise) {

  public Recorded {
    asks = List.copyOf(asks);
  }

  /** Whether the shop itself asked, so that nobody needs to decide once more. */
  public boolean decidedByMerchant() {
    return cancellation.basisKind().equals(Basis.MerchantDecision.class.getSimpleName());
  }

  /** What a verdict comes to for this basis. */
  public Effect effect(Verdict verdict) {
    return verdict.effect() == Effect.REVIEW && decidedByMerchant()
        ? Effect.ALLOW
        : verdict.effect();
  }
}
