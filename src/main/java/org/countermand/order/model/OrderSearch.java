package org.countermand.order.model;

import java.util.Optional;
import org.countermand.kernel.Cursor;

/**
 * One page of a list of orders.
 *
 * @param from where the page begins or ends; absent for the first one
 * @param size rows at most
 */
public record OrderSearch(
    OrderFilter filter, Sort sort, boolean ascending, Optional<Cursor> from, int size) {

  /** The first page, the latest orders first. */
  public static OrderSearch first(OrderFilter filter, int size) {
    return new OrderSearch(filter, Sort.PLACED, false, Optional.empty(), size);
  }

  /** By what the list is sorted. */
  public enum Sort {
    PLACED,
    /** Within the currency: amounts of two currencies are not more or less than one another. */
    TOTAL
  }
}
