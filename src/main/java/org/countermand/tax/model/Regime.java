package org.countermand.tax.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.countermand.kernel.Jurisdiction;
import org.countermand.order.model.Buyer;
import org.countermand.order.model.TaxLine;

/**
 * The tax rules of a place for undoing a supply. It never computes a tax from a rate: what comes
 * back stands in the {@link Reversal}; it says on which document, how that is rounded, and until
 * when. Found by {@link Regimes}, asked by many threads.
 */
public interface Regime {

  /** Its name, such as {@code eu}, by which its data and its messages are found. */
  String code();

  boolean governs(Jurisdiction place);

  /** What a fee that the seller keeps is to the tax of this place. */
  FeeTreatment feeTreatment(Supply supply);

  Ruling rule(Reversal reversal, Seller seller);

  /** Whether the price that a fee is, where it is one, contains this tax of what is undone. */
  default boolean feeBears(TaxLine tax) {
    return true;
  }

  /** Under which scheme a seller declares the tax of a place, or empty. */
  default String scheme(Jurisdiction place, Buyer buyer, Seller seller) {
    return "";
  }

  /**
   * What is charged there on what no other rate applies to; nothing where there is no such rate.
   * Only for orders that tell no tax.
   */
  default List<TaxRate> rates(Jurisdiction place, LocalDate on) {
    return List.of();
  }

  /** By whose clock days begin there. */
  default ZoneId zone(Jurisdiction place) {
    return ZoneOffset.UTC;
  }

  /** All its numbers, with their sources. */
  default List<Datum> data() {
    return List.of();
  }
}
