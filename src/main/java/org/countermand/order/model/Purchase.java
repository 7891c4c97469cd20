package org.countermand.order.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A line that a customer bought, as it stands now.
 *
 * @param email whose it is, in lower case
 * @param free units that no cancellation has taken
 */
public record Purchase(
    String email,
    UUID orderId,
    UUID lineId,
    String orderNumber,
    int position,
    String sku,
    Instant placedAt,
    int free) {

  /** The same with fewer free units, because they are promised to somebody. */
  public Purchase less(int units) {
    return new Purchase(email, orderId, lineId, orderNumber, position, sku, placedAt, free - units);
  }
}
