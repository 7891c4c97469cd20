package org.countermand.channel.model;

/**
 * Why a row of a file is neither a line of an order nor an instruction. Where several hold, the
 * first of this order is given.
 */
public enum RowReason {
  /** Longer than any row, as after a quote that never ends. */
  TOO_LONG,
  /** Not in the file's encoding. */
  NOT_ENCODED,
  /** Not the right number of cells, or quotes that do not match. */
  NOT_READABLE,
  /** A cell that is not what its column is for. */
  CELL_INVALID,
  /** An adjustment of accounts. */
  ADJUSTMENT,
  /** Nothing was sold, or nothing taken back: a write-off or a correction. */
  QUANTITY_NOT_SANE,
  /** A gift, a sample or a correction. */
  NO_PRICE,
  /** Nobody is known who could cancel it. */
  NO_CUSTOMER,
  /** Another row of the same order names another buyer or currency. */
  ORDER_MIXED,
  /** The order that it belongs to was refused. */
  ORDER_REFUSED,
  /** The order is there already and is another one. */
  ORDER_CONFLICT
}
