package org.countermand.order.model;

/** Who pays money back: we, or the marketplace that took it. */
public enum RefundAuthority {
  OURS,
  MARKETPLACE
}
