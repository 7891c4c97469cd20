package org.countermand.payment.model;

/**
 * A party through which money moves. What it can do beyond being asked is told by the interfaces
 * that its adapter implements: {@link Voids}, {@link Refunds}, {@link RefundLookup}, {@link
 * ReadsPayments}, {@link ListsRefunds}.
 */
public interface Gateway {

  /** The name that tenders carry, such as {@code stripe}. */
  String name();
}
