package org.countermand.order.model;

import java.time.Instant;
import java.util.UUID;
import org.countermand.kernel.Cursor;
import org.countermand.kernel.Money;

/**
 * One row of a list of orders.
 *
 * @param number the number that the buyer and the channel know it by
 * @param stage the furthest that any of its goods are
 */
public record OrderRow(
    UUID id,
    ShopChannel source,
    String number,
    String buyer,
    String email,
    Instant placedAt,
    FulfilmentStage stage,
    Money total) {

  /** Where the row is in a list that is sorted so. */
  public Cursor place(OrderSearch.Sort sort) {
    return switch (sort) {
      case PLACED -> Cursor.at(placedAt, id);
      case TOTAL -> Cursor.at(total, id);
    };
  }
}
