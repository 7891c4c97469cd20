package org.countermand.tax.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.countermand.kernel.Money;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.UnitRange;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to undo one unit of each of ten lines with two taxes, to withhold a fee and a
 * discount, and to have it ruled on.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReversalBenchmark {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @Param({"DE-VAT", "US-NY-STATE", "JP-JCT", "IN-CGST"})
  String authority;

  private Order order;
  private Seller seller;
  private Map<UUID, List<UnitRange>> units;
  private List<Withholding.Ask> asks;

  @Setup
  public void order() {
    TaxedOrders making = TaxedOrders.in("EUR");
    for (int i = 0; i < 10; i++) {
      making.line(
          3,
          "29.9" + i,
          TaxedOrders.tax(authority, "8", "2.22 EUR"),
          TaxedOrders.tax(authority + "-2", "4", "1.11 EUR"));
    }
    order = making.order();
    seller = making.seller();
    units = new LinkedHashMap<>();
    for (OrderLine line : order.lines()) {
      units.put(line.id(), List.of(new UnitRange(2, 2)));
    }
    asks =
        List.of(
            new Withholding.Ask(Withheld.Kind.PROMOTION, "AUTUMN", Money.of(500, "EUR")),
            new Withholding.Ask(Withheld.Kind.FEE, "RESTOCK", Money.of(300, "EUR")));
  }

  @Benchmark
  public Ruling reverse() {
    Undoing undoing = Undoing.of(order, seller, units, List.of(), false, AT);
    List<Withheld> withheld =
        Withholding.of(undoing, Regimes.of(undoing.supply()), asks, List.of());
    return Regimes.rule(undoing.reversal(withheld, order.zero()), seller);
  }
}
