package org.countermand.payment.model;

import java.util.Optional;
import org.countermand.kernel.Outcome;
import org.countermand.kernel.Period;

/** Can tell all refunds that were made in a span of time. */
public interface ListsRefunds extends Gateway {

  /**
   * One page of them, in the gateway's order.
   *
   * @param made when they were made, by the gateway's clock
   * @param after where the page before ended; nothing for the first
   */
  Outcome<RefundPage> refunds(Period made, Optional<String> after);
}
