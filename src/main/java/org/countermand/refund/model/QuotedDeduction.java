package org.countermand.refund.model;

import java.util.List;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;

/**
 * What is deducted from what was paid, each shown as a line of its own before consent.
 *
 * @param code of the fee or the promotion
 * @param amount what it does to the total: negative, or positive where an earlier deduction is
 *     given back because nothing remains for which it was made
 * @param taxes contained in the amount, with its sign: so much less tax comes back
 */
public record QuotedDeduction(Kind kind, String code, Money amount, List<TaxLine> taxes) {

  public QuotedDeduction {
    taxes = List.copyOf(taxes);
  }

  /** A deduction that contains no tax. */
  public QuotedDeduction(Kind kind, String code, Money amount) {
    this(kind, code, amount, List.of());
  }

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
    return new Retention(
        kind,
        code,
        amount.negated(),
        taxes.stream().map(tax -> tax.of(tax.amount().negated())).toList());
  }
}
