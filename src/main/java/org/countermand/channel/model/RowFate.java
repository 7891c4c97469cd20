package org.countermand.channel.model;

/** Where a row of a file ends; every row ends in exactly one place. */
public enum RowFate {
  /** A line of an order. */
  ORDER_LINE,
  /** The shop's own word that something was cancelled. */
  INSTRUCTION,
  /** Neither; the report says why. */
  REPORTED
}
