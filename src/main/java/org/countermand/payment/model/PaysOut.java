package org.countermand.payment.model;

import java.util.Currency;
import org.countermand.kernel.Outcome;

/** A bank that can be told to send money to somebody's account. */
public interface PaysOut {

  /** Whether it is set up and sends this currency. */
  boolean paysOut(Currency currency);

  /**
   * Sends; asked again under the same key it does nothing more.
   *
   * @return {@code Settled} where the bank has done it or never will, {@code Accepted} while it is
   *     at it; {@code Refused} where the order itself was not taken
   */
  Outcome<PayoutAnswer> payOut(PayoutCall call);
}
