package org.countermand.refund.model;

/** Whether the law lets a shop deduct something. */
public enum Permission {
  FORBIDDEN,
  /** If the buyer was told before he ordered. */
  IF_DISCLOSED,
  /** If he was told, and the shop bears the same when it is the one who cancels. */
  IF_RECIPROCAL
}
