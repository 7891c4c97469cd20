package org.countermand.order.model;

/** Means of payment. */
public enum TenderKind {
  CARD,
  WALLET,
  BANK_DEBIT
}
