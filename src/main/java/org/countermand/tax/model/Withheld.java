package org.countermand.tax.model;

import java.util.List;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;

/**
 * What is not paid back of what was paid, although its goods are undone.
 *
 * @param code of the fee or the promotion
 * @param amount what is withheld, tax included: positive, or negative where something withheld
 *     before is given back
 * @param taxes contained in it, after the {@link FeeTreatment}; none where it is no price of
 *     anything
 */
public record Withheld(Kind kind, String code, Money amount, List<TaxLine> taxes) {

  /** For what. */
  public enum Kind {
    /** A discount taken back: the price of what remains is higher, at the rates of the discount. */
    PROMOTION,
    /** The seller's fee for the cancellation. */
    FEE,
    /** Evened out by what comes back later; never taxed. */
    ROUNDING
  }

  public Withheld {
    taxes = List.copyOf(taxes);
  }
}
