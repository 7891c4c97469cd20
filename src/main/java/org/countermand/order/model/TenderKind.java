package org.countermand.order.model;

/** Means of payment. */
public enum TenderKind {
  CARD,
  WALLET,
  BANK_DEBIT,
  /** A card of the shop's own, in our ledger. */
  GIFT_CARD,
  /** What the shop owes the buyer in goods, in our ledger. */
  STORE_CREDIT;

  /** Whether it is worth something in the shop only. */
  public boolean credit() {
    return this == GIFT_CARD || this == STORE_CREDIT;
  }
}
