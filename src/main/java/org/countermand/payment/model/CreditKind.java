package org.countermand.payment.model;

/** What a shop owes a buyer in goods: on a card that anybody may hold, or in his own name. */
public enum CreditKind {
  GIFT_CARD,
  STORE_CREDIT
}
