package org.countermand.channel.model;

/**
 * Why a row of a file is no line of an order. Where several hold, the first of this order is given.
 */
public enum RowReason {
  /** Not the right number of fields, or one that is no number, date or country. */
  NOT_READABLE,
  /** The shop's own record of an earlier cancellation. */
  CANCELLATION,
  /** Nothing was sold: a write-off or a correction. */
  NOT_POSITIVE_QUANTITY,
  /** A gift, a sample or an adjustment of accounts. */
  NO_PRICE,
  /** Nobody is known who could cancel it. */
  NO_CUSTOMER
}
