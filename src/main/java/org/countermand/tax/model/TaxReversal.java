package org.countermand.tax.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.UnitRange;

/**
 * Tax comes back by the frozen shares of what was charged, at the rate and in the place of the
 * original supply; nothing is computed anew from a rate.
 */
public final class TaxReversal {

  private TaxReversal() {}

  private record Key(String authority, BigDecimal ratePercent) {}

  /**
   * The shares of these units in the taxes charged over a quantity.
   *
   * @param step minor units in which they are shared out
   */
  public static List<TaxLine> shares(
      List<TaxLine> charged, List<UnitRange> units, int quantity, long step) {
    return charged.stream()
        .map(
            tax ->
                new TaxLine(
                    tax.authority(),
                    tax.ratePercent(),
                    units.stream()
                        .map(range -> range.shareOf(tax.amount(), quantity, step))
                        .reduce(Money.zero(tax.amount().currency()), Money::plus)))
        .toList();
  }

  /** Sums taxes per authority and rate, in the order in which they first appear. */
  public static List<TaxLine> summed(List<TaxLine> taxes) {
    Map<Key, Money> sums = new LinkedHashMap<>();
    for (TaxLine tax : taxes) {
      sums.merge(
          new Key(tax.authority(), RateTax.plain(tax.ratePercent())), tax.amount(), Money::plus);
    }
    List<TaxLine> reversed = new ArrayList<>();
    sums.forEach(
        (key, amount) -> reversed.add(new TaxLine(key.authority(), key.ratePercent(), amount)));
    return List.copyOf(reversed);
  }
}
