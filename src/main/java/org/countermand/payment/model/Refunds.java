package org.countermand.payment.model;

import org.countermand.kernel.Outcome;

/** Can pay captured money back. */
public interface Refunds extends Gateway {

  /** Pays back; asked again under the same key it does nothing more. */
  Outcome<GatewayAnswer> refund(GatewayCall call);
}
