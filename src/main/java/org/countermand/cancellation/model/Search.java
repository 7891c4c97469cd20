package org.countermand.cancellation.model;

import java.util.Optional;
import org.countermand.kernel.Cursor;

/**
 * One page of a list of cancellations.
 *
 * @param from where the page begins or ends; absent for the first one
 * @param size rows at most
 */
public record Search(Filter filter, Sort sort, boolean ascending, Optional<Cursor> from, int size) {

  /** By what the list is sorted. */
  public enum Sort {
    RECEIVED,
    UPDATED,
    /** Within the currency: amounts of two currencies are not more or less than one another. */
    AMOUNT
  }
}
