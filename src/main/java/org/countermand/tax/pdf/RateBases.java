package org.countermand.tax.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countermand.kernel.Money;
import org.countermand.order.model.Shares;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.RateTax;
import org.countermand.tax.model.Reversal;
import org.countermand.tax.model.Withheld;

/**
 * What was taxed at each rate, without tax: the prices undone less the prices kept. Where one price
 * bore several rates of one tax, as shipping does that follows its goods, it is shared out as its
 * tax shows.
 */
final class RateBases {

  private static final int DIGITS = 6;

  private record Rate(String authority, BigDecimal percent) {
    static Rate of(TaxLine tax) {
      return new Rate(tax.authority(), RateTax.plain(tax.ratePercent()));
    }
  }

  private final Map<Rate, Money> bases = new LinkedHashMap<>();

  private RateBases() {}

  static RateBases of(Reversal reversal) {
    RateBases all = new RateBases();
    reversal.items().forEach(item -> all.add(item.net(reversal.supply().basis()), item.taxes()));
    for (Withheld part : reversal.withheld()) {
      Money net = part.taxes().stream().map(TaxLine::amount).reduce(part.amount(), Money::minus);
      all.add(net.negated(), part.taxes());
    }
    return all;
  }

  /** Nothing at a rate at which nothing was taxed. */
  Money at(TaxLine tax) {
    return bases.getOrDefault(Rate.of(tax), Money.zero(tax.amount().currency()));
  }

  private void add(Money net, List<TaxLine> taxes) {
    for (String authority : taxes.stream().map(TaxLine::authority).distinct().toList()) {
      List<TaxLine> own = taxes.stream().filter(tax -> tax.authority().equals(authority)).toList();
      List<Money> parts = Shares.byWeight(net, own.stream().map(RateBases::weight).toList(), 1);
      Stream.iterate(0, i -> i < own.size(), i -> i + 1)
          .forEach(i -> bases.merge(Rate.of(own.get(i)), parts.get(i), Money::plus));
    }
  }

  private static long weight(TaxLine tax) {
    if (tax.ratePercent().signum() <= 0) {
      return 0;
    }
    return BigDecimal.valueOf(Math.abs(tax.amount().minor()))
        .movePointRight(DIGITS)
        .divide(tax.ratePercent(), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
