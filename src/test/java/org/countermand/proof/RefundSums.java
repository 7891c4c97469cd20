package org.countermand.proof;

import java.io.IOException;

/** Whether refunds come to the same in the books and in the ledger; after {@link Refunds}. */
final class RefundSums implements Statement {

  private final Sums sums;

  RefundSums(Sums sums) {
    this.sums = sums;
  }

  @Override
  public String id() {
    return "refund-sums";
  }

  @Override
  public String sentence() {
    return "Refunds come to the same in the books and in the ledger, in every currency.";
  }

  @Override
  public void examine(Evidence evidence, Tally tally) throws IOException {
    // Without a ledger there is nothing to compare, and this says so.
    evidence.ledger();
    sums.compare(tally);
  }
}
