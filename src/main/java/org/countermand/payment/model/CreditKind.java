package org.countermand.payment.model;

import org.countermand.order.model.TenderKind;

/** What a shop owes a buyer in goods: on a card that anybody may hold, or in his own name. */
public enum CreditKind {
  GIFT_CARD,
  STORE_CREDIT;

  static CreditKind of(TenderKind tender) {
    return switch (tender) {
      case GIFT_CARD -> GIFT_CARD;
      case STORE_CREDIT -> STORE_CREDIT;
      case CARD, WALLET, BANK_DEBIT ->
          throw new IllegalArgumentException(tender + " does not stand in our ledger");
    };
  }
}
