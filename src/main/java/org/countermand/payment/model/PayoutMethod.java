package org.countermand.payment.model;

/** In which other way an amount goes to the buyer. */
public enum PayoutMethod {
  /** To a bank account that he names; a person has to approve it. */
  BANK_TRANSFER
}
