package org.countermand.cancellation.model;

import java.time.Instant;
import java.util.UUID;
import org.countermand.kernel.Cursor;
import org.countermand.kernel.Money;
import org.countermand.order.model.ShopChannel;

/**
 * One row of the back office's list.
 *
 * @param updatedAt when anything of the cancellation itself last changed
 */
public record Row(
    UUID id,
    String number,
    UUID orderId,
    String orderNumber,
    ShopChannel source,
    String buyer,
    State state,
    Money amount,
    Instant receivedAt,
    Instant updatedAt,
    int openWorkItems) {

  /** Where the row is in a list that is sorted so. */
  public Cursor place(Search.Sort sort) {
    return switch (sort) {
      case RECEIVED -> Cursor.at(receivedAt, id);
      case UPDATED -> Cursor.at(updatedAt, id);
      case AMOUNT -> Cursor.at(amount, id);
    };
  }
}
