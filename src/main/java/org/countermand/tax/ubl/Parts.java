package org.countermand.tax.ubl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countermand.kernel.Money;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.LargestRemainder;
import org.countermand.tax.model.RateTax;

/**
 * Shares out an amount without tax over the rates of its taxes, because EN 16931 allows one rate
 * for each line. The tax of each rate is known to the minor unit, the amount that bore it is not:
 * it follows from the tax and the rate, and what rounding leaves goes by largest remainder. What
 * bore no tax has the rest.
 */
final class Parts {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int WEIGHT_DIGITS = 4;

  private Parts() {}

  /**
   * The parts; they sum to the amount.
   *
   * @param untaxed the category of a part without tax, if there may be one
   */
  static List<Part> of(Money net, List<TaxLine> taxes, Optional<Vat> untaxed) {
    Map<BigDecimal, Long> byRate = new LinkedHashMap<>();
    for (TaxLine tax : taxes) {
      if (tax.ratePercent().signum() > 0) {
        byRate.merge(RateTax.plain(tax.ratePercent()), tax.amount().minor(), Long::sum);
      }
    }
    if (byRate.isEmpty()) {
      return untaxed.map(vat -> List.of(new Part(vat, net))).orElse(List.of());
    }
    List<Money> bases = new ArrayList<>();
    if (untaxed.isPresent()) {
      byRate.forEach((rate, tax) -> bases.add(new Money(base(tax, rate, 0), net.currency())));
      Money rest = bases.stream().reduce(net, Money::minus);
      if (rest.isZero() || rest.isNegative() == net.isNegative()) {
        List<Part> parts = taxed(byRate, bases);
        parts.add(new Part(untaxed.get(), rest));
        return parts;
      }
    }
    return taxed(byRate, LargestRemainder.shares(net, weights(byRate)));
  }

  private static List<Long> weights(Map<BigDecimal, Long> byRate) {
    List<Long> weights = new ArrayList<>();
    byRate.forEach((rate, tax) -> weights.add(Math.abs(base(tax, rate, WEIGHT_DIGITS))));
    if (weights.stream().allMatch(weight -> weight == 0)) {
      // So little that no rate has any tax in it: the first has it.
      weights.set(0, 1L);
    }
    return weights;
  }

  private static List<Part> taxed(Map<BigDecimal, Long> byRate, List<Money> bases) {
    List<Part> parts = new ArrayList<>();
    for (BigDecimal rate : byRate.keySet()) {
      parts.add(new Part(Vat.at(rate), bases.get(parts.size())));
    }
    return parts;
  }

  /** What bears the tax, in minor units with so many further digits, half up. */
  private static long base(long tax, BigDecimal rate, int digits) {
    return BigDecimal.valueOf(tax)
        .multiply(HUNDRED)
        .movePointRight(digits)
        .divide(rate, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
