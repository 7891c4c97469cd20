package org.countermand.payment.model;

import org.countermand.kernel.Outcome;

/** Can give a whole authorization back. */
public interface Voids extends Gateway {

  /** Voids; asked again under the same key it does nothing more. */
  Outcome<GatewayAnswer> voidAuthorization(GatewayCall call);
}
