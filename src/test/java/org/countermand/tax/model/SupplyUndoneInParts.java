package org.countermand.tax.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.PriceBasis;
import org.countermand.order.model.TaxLine;

/**
 * A random order of a place that is undone in one to fifty parts, in any order of its units, with
 * discounts that are taken back and given back, and fees.
 */
final class SupplyUndoneInParts {

  private static final List<Place> PLACES =
      List.of(
          new Place("DE", "", "EUR", "DE-VAT 19|DE-VAT 7"),
          new Place("GB", "", "GBP", "GB-VAT 20|GB-VAT 5"),
          new Place("CH", "", "CHF", "CH-VAT 8.1|CH-VAT 2.6"),
          new Place("NO", "", "NOK", "NO-VAT 25|NO-VAT 15"),
          new Place("US", "NY", "USD", "US-NY-STATE 4,US-NY-NYC 4.5,US-NY-MCTD 0.375"),
          new Place("US", "CA", "USD", "US-CA-SALES 8.25"),
          new Place("CA", "BC", "CAD", "CA-GST 5,CA-BC-PST 7|CA-GST 5"),
          new Place("AU", "", "AUD", "AU-GST 10"),
          new Place("NZ", "", "NZD", "NZ-GST 15"),
          new Place("JP", "", "JPY", "JP-JCT 10|JP-JCT 8"),
          new Place("IN", "", "INR", "IN-CGST 9,IN-SGST 9|IN-CGST 2.5,IN-SGST 2.5"),
          new Place("SG", "", "SGD", "SG-GST 9"),
          new Place("KR", "", "KRW", "KR-VAT 10"),
          new Place("MX", "", "MXN", "MX-IVA 16|MX-IVA 8"),
          new Place("BR", "SP", "BRL", "BR-SP-ICMS 18"),
          new Place("KW", "", "KWD", "KW-VAT 5"));

  /**
   * Where an order is taxed.
   *
   * @param taxes rates of one thing apart by commas, things apart by bars
   */
  private record Place(String country, String region, String currency, String taxes) {}

  private final Random random;
  private final Place place;
  private final TaxedOrders making;
  private final Order order;
  private final List<Withheld> withheld = new ArrayList<>();
  private final List<Reversal> reversals = new ArrayList<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private final long step;

  SupplyUndoneInParts(long seed) {
    random = new Random(seed);
    place = PLACES.get(random.nextInt(PLACES.size()));
    making = TaxedOrders.in(place.currency()).to(place.country(), place.region());
    making.rounds(random.nextBoolean() ? RoundingMode.FLOOR : RoundingMode.HALF_UP);
    if (random.nextBoolean()) {
      making.net();
    }
    if (random.nextBoolean()) {
      making.business("ID-1");
    }
    step = Order.stepOf(java.util.Currency.getInstance(place.currency()));
    lines();
    order = making.order();
  }

  List<String> differences() {
    return differences;
  }

  int parts() {
    return reversals.size();
  }

  int deductions() {
    return withheld.size();
  }

  private void lines() {
    int scale = random.nextInt(4) == 0 ? 20 : 100_000;
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      long amount = random.nextInt(scale);
      making.line(1 + random.nextInt(20), decimal(amount), taxes(amount));
    }
    if (random.nextBoolean()) {
      long amount = random.nextInt(scale / 10 + 1);
      making.charge(Charge.Kind.SHIPPING, decimal(amount), taxes(amount));
    }
  }

  /** Of one kind of thing, charged more or less as the rate says. */
  private TaxLine[] taxes(long amount) {
    String[] kinds = place.taxes().split("\\|", -1);
    String[] rates = kinds[random.nextInt(kinds.length)].split(",", -1);
    return Stream.of(rates)
        .map(rate -> rate.split(" ", -1))
        .map(
            rate ->
                new TaxLine(
                    rate[0],
                    new BigDecimal(rate[1]),
                    Money.parse(
                        decimal(
                                RateTax.onTop(
                                            making.money(decimal(amount)),
                                            new BigDecimal(rate[1]),
                                            random.nextBoolean()
                                                ? RoundingMode.HALF_UP
                                                : RoundingMode.FLOOR)
                                        .minor()
                                    / step)
                            + " "
                            + place.currency())))
        .toArray(TaxLine[]::new);
  }

  /** So many steps of the currency. */
  private String decimal(long steps) {
    int digits = java.util.Currency.getInstance(place.currency()).getDefaultFractionDigits();
    return BigDecimal.valueOf(steps * step, digits).toPlainString();
  }

  /** Undoes all of it, then compares. */
  void everything() {
    List<Integer> units = new ArrayList<>();
    order.lines().forEach(l -> units.addAll(Collections.nCopies(l.quantity(), l.position())));
    Collections.shuffle(units, random);
    int parts = Math.min(units.size(), 1 + random.nextInt(50));
    for (int part = 1; part <= parts; part++) {
      int left = units.size() - (parts - part);
      int count = part == parts ? units.size() : 1 + random.nextInt(left);
      Map<Integer, Integer> taken = new TreeMap<>();
      units.subList(0, count).forEach(position -> taken.merge(position, 1, Integer::sum));
      units.subList(0, count).clear();
      undo(taken, part == parts);
    }
    compare();
  }

  private void undo(Map<Integer, Integer> taken, boolean last) {
    Undoing undoing = making.undoing(taken, last);
    Regime regime = Regimes.of(undoing.supply());
    Money gross = undoing.reversal(List.of(), zero()).gross();
    List<Withheld> now = Withholding.of(undoing, regime, asks(gross, last), withheld);
    withheld.addAll(now);
    Money credited = reversals.stream().map(Reversal::repaid).reduce(zero(), Money::plus);
    Reversal reversal = undoing.reversal(now, credited);
    reversals.add(reversal);
    Ruling ruling = Regimes.rule(reversal, making.seller());
    rulings.add(ruling);
    look(reversal, ruling);
  }

  /** A discount taken back or given back, and now and then a fee; all of it is given back last. */
  private List<Withholding.Ask> asks(Money gross, boolean last) {
    List<Withholding.Ask> asks = new ArrayList<>();
    long kept =
        withheld.stream()
            .filter(each -> each.kind() == Withheld.Kind.PROMOTION)
            .mapToLong(each -> each.amount().minor())
            .sum();
    long left = Math.max(0, gross.minor());
    if (last) {
      if (kept > 0) {
        asks.add(ask(Withheld.Kind.PROMOTION, -kept));
      }
    } else if (kept > 0 && random.nextInt(3) == 0) {
      asks.add(ask(Withheld.Kind.PROMOTION, -1 - random.nextLong(kept)));
    } else if (left > 0 && random.nextInt(2) == 0) {
      long promotion = random.nextLong(left + 1);
      left -= promotion;
      if (promotion > 0) {
        asks.add(ask(Withheld.Kind.PROMOTION, promotion));
      }
    }
    // Fees are told without tax where a price is not refunded, so less than half is safe.
    if (left > 3 && random.nextInt(3) == 0) {
      asks.add(ask(Withheld.Kind.FEE, 1 + random.nextLong(left / 2)));
    }
    return asks;
  }

  private Withholding.Ask ask(Withheld.Kind kind, long minor) {
    return new Withholding.Ask(kind, kind.name(), new Money(minor, order.currency()));
  }

  /** What the document says against the ledger. */
  private void look(Reversal reversal, Ruling ruling) {
    if (ruling.document() != DocumentKind.RETURN_INVOICE) {
      same("the document's taxes", reversal.reversed(), ruling.taxes());
      return;
    }
    long told =
        ruling.findings().stream()
            .filter(f -> f.parameters().containsKey("difference"))
            .mapToLong(f -> Money.parse(f.parameters().get("difference")).minor())
            .sum();
    same("Japan's difference", sum(ruling.taxes()) - sum(reversal.reversed()), told);
    if (reversal.withheld().isEmpty()) {
      same("Japan's taxes", perRate(reversal), stated(ruling));
    }
  }

  /** By hand: the sum of the amounts at each rate, rounded once. */
  private Map<String, Long> perRate(Reversal reversal) {
    Map<String, Long> amounts = new TreeMap<>();
    for (ReversedItem item : reversal.items()) {
      amounts.merge(key(item.taxes().get(0)), item.amount().minor(), Long::sum);
    }
    Map<String, Long> taxes = new TreeMap<>();
    amounts.forEach(
        (rate, amount) -> {
          BigInteger percent = new BigInteger(rate.substring(rate.indexOf(' ') + 1));
          BigInteger hundred = BigInteger.valueOf(100);
          BigInteger whole =
              reversal.supply().basis() == PriceBasis.NET ? hundred : hundred.add(percent);
          BigInteger product = percent.multiply(BigInteger.valueOf(amount));
          taxes.put(
              rate,
              new BigDecimal(product)
                  .divide(new BigDecimal(whole), 0, making.seller().rounding())
                  .longValueExact());
        });
    return taxes;
  }

  private static Map<String, Long> stated(Ruling ruling) {
    Map<String, Long> taxes = new TreeMap<>();
    ruling.taxes().forEach(tax -> taxes.put(key(tax), tax.amount().minor()));
    return taxes;
  }

  private void compare() {
    List<TaxLine> charged =
        Stream.concat(
                order.lines().stream().flatMap(line -> line.taxes().stream()),
                order.charges().stream().flatMap(charge -> charge.taxes().stream()))
            .toList();
    same("charged", totals(charged), totals(all(Reversal::charged)));
    List<TaxLine> kept = withheld.stream().flatMap(each -> each.taxes().stream()).toList();
    same(
        "reversed and kept",
        totals(charged),
        totals(Stream.concat(all(Reversal::reversed).stream(), kept.stream()).toList()));
    List<Withheld> promotions =
        withheld.stream().filter(each -> each.kind() == Withheld.Kind.PROMOTION).toList();
    same("promotions", 0L, promotions.stream().mapToLong(p -> p.amount().minor()).sum());
    totals(promotions.stream().flatMap(each -> each.taxes().stream()).toList())
        .forEach((rate, amount) -> same("promotions at " + rate, 0L, amount));
    order.lines().forEach(this::compare);
    long repaid = reversals.stream().mapToLong(each -> each.repaid().minor()).sum();
    long retained = withheld.stream().mapToLong(each -> each.amount().minor()).sum();
    same("money", order.total().minor(), repaid + retained);
    kept.stream().filter(tax -> tax.amount().isZero()).forEach(tax -> same("told", "", tax));
  }

  private void compare(OrderLine line) {
    Map<String, Long> back = new HashMap<>();
    reversals.stream()
        .flatMap(reversal -> reversal.items().stream())
        .filter(item -> item.sourceId().equals(line.id()))
        .flatMap(item -> item.taxes().stream())
        .forEach(tax -> back.merge(key(tax), tax.amount().minor(), Long::sum));
    same("line " + line.position(), totals(line.taxes()), new TreeMap<>(back));
  }

  private List<TaxLine> all(java.util.function.Function<Reversal, List<TaxLine>> taxes) {
    return reversals.stream().flatMap(reversal -> taxes.apply(reversal).stream()).toList();
  }

  private static Map<String, Long> totals(List<TaxLine> taxes) {
    Map<String, Long> totals = new TreeMap<>();
    taxes.forEach(tax -> totals.merge(key(tax), tax.amount().minor(), Long::sum));
    return totals;
  }

  private static String key(TaxLine tax) {
    return tax.authority() + " " + tax.ratePercent().stripTrailingZeros().toPlainString();
  }

  private static long sum(List<TaxLine> taxes) {
    return taxes.stream().mapToLong(tax -> tax.amount().minor()).sum();
  }

  private Money zero() {
    return Money.zero(order.currency());
  }

  private void same(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add(place + ": " + what + ": expected " + expected + ", found " + found);
    }
  }
}
