package org.countermand.payment.model;

import java.util.Optional;

/**
 * What a gateway tells of a refund's way, beside its state.
 *
 * @param networkReference the number that the buyer's bank can look for, or empty before it is
 *     known
 * @param pendingReason what it waits for, where the gateway says so
 */
public record RefundTrace(String networkReference, Optional<PendingReason> pendingReason) {

  /** Nothing is told. */
  public static final RefundTrace NONE = new RefundTrace("", Optional.empty());

  /** Whether another one tells what this does not; a number that is known is not forgotten. */
  public boolean lacks(RefundTrace told) {
    boolean number =
        !told.networkReference.isEmpty() && !told.networkReference.equals(networkReference);
    return number || !told.pendingReason.equals(pendingReason);
  }
}
