package org.countermand.payment.model;

import java.util.Optional;
import org.countermand.kernel.Outcome;

/** Can be asked whether the work of a call was done, whatever became of the call. */
public interface RefundLookup extends Gateway {

  /**
   * Looks for the void or refund of a call by the payment and the part's id.
   *
   * @return {@code Settled} with what was found or with nothing if it surely does not exist; {@code
   *     Unknown} or {@code NotAttempted} if the gateway could not be asked
   */
  Outcome<Optional<GatewayAnswer>> find(GatewayCall call);
}
