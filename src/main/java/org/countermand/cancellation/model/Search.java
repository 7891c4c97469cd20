package org.countermand.cancellation.model;

import java.util.Optional;

/**
 * What the back office's list shows.
 *
 * @param owner whose open work items are wanted: an agent's id, or empty for nobody's; absent for
 *     all
 * @param text part of an order's or cancellation's number, or empty
 * @param offset rows to leave out
 * @param limit rows at most, 1 to 200
 */
public record Search(
    Optional<State> state,
    boolean needsPerson,
    Optional<String> owner,
    String text,
    Sort sort,
    boolean ascending,
    int offset,
    int limit) {

  /** By what the list is sorted. */
  public enum Sort {
    RECEIVED,
    STATE,
    AMOUNT
  }
}
