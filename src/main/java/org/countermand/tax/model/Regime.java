package org.countermand.tax.model;

import org.countermand.kernel.Jurisdiction;

/**
 * The tax rules of a place for undoing a supply. It never computes a tax from a rate: what comes
 * back stands in the {@link Reversal}; it says on which document, how that is rounded, and until
 * when.
 */
public interface Regime {

  /** Its name, such as {@code eu}, by which its data and its messages are found. */
  String code();

  boolean governs(Jurisdiction place);

  /** What a fee that the seller keeps is to the tax of this place. */
  FeeTreatment feeTreatment(Supply supply);

  Ruling rule(Reversal reversal, Seller seller);
}
