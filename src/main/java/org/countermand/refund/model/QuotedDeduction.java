package org.countermand.refund.model;

import org.countermand.kernel.Money;

/**
 * What is deducted from what was paid, each shown as a line of its own before consent.
 *
 * @param code of the fee or the promotion
 * @param amount what it does to the total: negative, or positive where an earlier deduction is
 *     given back because nothing remains for which it was made
 */
public record QuotedDeduction(Kind kind, String code, Money amount) {

  /** For what. */
  public enum Kind {
    /** A discount on goods that remain, whose condition they no longer meet. */
    PROMOTION,
    /** The shop's fee for the cancellation. */
    FEE,
    /**
     * Where shares of less than a minor unit would come to less than nothing, or to more than was
     * paid; it is evened out by what comes back later.
     */
    ROUNDING
  }

  /** Its name in message bundles: the kind, and whether it is given back. */
  public String word() {
    return amount.isPositive() ? kind + "_BACK" : kind.name();
  }

  /** What the shop keeps by it. */
  public Retention retention() {
    return new Retention(kind, code, amount.negated());
  }
}
