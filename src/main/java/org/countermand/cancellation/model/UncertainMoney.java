package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.payment.model.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Money of which it is not sure where it is.
 *
 * @param id of what is uncertain: a part, a tender or a work item
 * @param since when it began to be so
 * @param booked what our books say where the gateway says something else, else null
 * @param detail the key of a word that says more, or empty
 * @param topic what the gateway can be asked about
 * @param orderNumber empty where no order is known
 * @param cancellation empty where no cancellation is known
 */
public record UncertainMoney(
    Uncertainty kind,
    UUID id,
    Instant since,
    Money amount,
    @Nullable Money booked,
    String detail,
    Topic topic,
    Optional<UUID> order,
    String orderNumber,
    Optional<UUID> cancellation,
    String cancellationNumber) {

  /** Whether asking the gateway can make it surer: it answers only about payments of ours. */
  public boolean isAskable() {
    return order.isPresent();
  }
}
