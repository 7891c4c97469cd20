package org.countermand.sandbox.generator;

import java.io.IOException;

/** Hears of every payment and what became of it, to tell a payment server. */
@FunctionalInterface
public interface LedgerSink {

  /** For books without a ledger. */
  LedgerSink NONE = payment -> {};

  /** One payment, once all is known of it. */
  void payment(PaymentTold payment) throws IOException;
}
