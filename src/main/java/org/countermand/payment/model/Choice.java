package org.countermand.payment.model;

import java.util.UUID;

/**
 * What somebody chooses for a refund that failed, as he typed it.
 *
 * @param partId the refund part that failed
 * @param holder the name on the account
 * @param iban its number, in any case and with or without spaces
 */
public record Choice(UUID partId, PayoutMethod method, String holder, String iban) {

  /** Whether it is what was chosen before, as far as that is shown. */
  public boolean isThatOf(Payout standing) {
    return standing.method() == method && standing.tail().equals(Beneficiary.tail(iban));
  }

  /** For logs: not whose account it is. */
  @Override
  public String toString() {
    return "Choice[" + partId + ", " + method + "]";
  }
}
