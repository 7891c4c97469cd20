package org.countermand.payment.model;

import java.util.UUID;

/**
 * What somebody chooses for a refund that failed, as he typed it.
 *
 * @param partId the refund part that failed
 * @param holder the name on the account
 * @param iban its number, in any case and with or without spaces
 * @param assent the sentence with which he expressly wants credit instead of money, or empty
 */
public record Choice(UUID partId, PayoutMethod method, String holder, String iban, String assent) {

  /** To a bank account. */
  public static Choice transfer(UUID partId, String holder, String iban) {
    return new Choice(partId, PayoutMethod.BANK_TRANSFER, holder, iban, "");
  }

  /** As store credit. */
  public static Choice credit(UUID partId, String assent) {
    return new Choice(partId, PayoutMethod.STORE_CREDIT, "", "", assent);
  }

  /** Whether it is what was chosen before, as far as that is shown. */
  public boolean isThatOf(Payout standing) {
    return standing.method() == method
        && (method == PayoutMethod.STORE_CREDIT || standing.tail().equals(Beneficiary.tail(iban)));
  }

  /** For logs: not whose account it is. */
  @Override
  public String toString() {
    return "Choice[" + partId + ", " + method + "]";
  }
}
