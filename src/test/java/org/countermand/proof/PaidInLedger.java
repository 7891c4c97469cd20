package org.countermand.proof;

import java.io.IOException;

/** Whether the payment server gave back no more than it took, payment by payment. */
final class PaidInLedger implements Statement {

  @Override
  public String id() {
    return "paid-ledger";
  }

  @Override
  public String sentence() {
    return "No payment gives back more than was taken, by the ledger.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws IOException {
    Ledger ledger = evidence.ledger();
    tally.looked(ledger.payments());
    for (Ledger.Balance balance : ledger.balances()) {
      tally.claim(
          balance.refunded() <= balance.received(),
          "%s: refunded %s of %s",
          balance.payment(),
          Minor.text(balance.refunded(), balance.currency()),
          Minor.text(balance.received(), balance.currency()));
    }
    ledger
        .orphans()
        .forEach(
            (payment, amount) ->
                tally.broken(
                    "%s: refunded %d, and there is no such payment".formatted(payment, amount)));
  }
}
