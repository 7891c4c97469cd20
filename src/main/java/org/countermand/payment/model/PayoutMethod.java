package org.countermand.payment.model;

/** In which other way an amount goes to the buyer. */
public enum PayoutMethod {
  /** To a bank account that he names; a person has to approve it. */
  BANK_TRANSFER,
  /** As credit in the shop, if he expressly wants that instead of money; nobody approves it. */
  STORE_CREDIT
}
