package org.countermand.order.model;

/** What the law and the shop make of an item (CRD Art. 16 names the exceptions). */
public enum ItemClass {
  GOODS,
  PERSONALISED,
  PERISHABLE,
  SEALED,
  DIGITAL,
  DATED,
  SERVICE,
  /** Money on a card: it is worth what is left on it. */
  GIFT_CARD
}
