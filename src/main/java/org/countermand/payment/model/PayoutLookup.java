package org.countermand.payment.model;

import java.util.Optional;
import java.util.UUID;
import org.countermand.kernel.Outcome;

/** Can be asked what became of a transfer, whatever became of the call. */
public interface PayoutLookup extends PaysOut {

  /**
   * Looks for the transfer of a payout.
   *
   * @return {@code Settled} or {@code Accepted} with what was found, {@code Settled} with nothing
   *     if it surely does not exist; {@code Unknown} or {@code NotAttempted} if the bank could not
   *     be asked
   */
  Outcome<Optional<PayoutAnswer>> find(UUID payoutId);
}
