package org.countermand.refund.model;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.countermand.kernel.Decision;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.TestOrders;
import org.countermand.payment.model.TenderAccount;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to quote for one unit of every line of an order with two tenders. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class QuotingBenchmark {

  @Param({"3", "30"})
  int lines;

  private final UUID id = UUID.randomUUID();
  private Order order;
  private List<Ask> asks;
  private Standing standing;

  @Setup
  public void order() {
    TestOrders making = TestOrders.anOrder();
    for (int i = 0; i < lines; i++) {
      making.of(3, 2999 + i, -100, 463);
    }
    making.shipping(490, 78);
    long half = lines * 1000L;
    order = making.order();
    long rest = order.total().minor() - half;
    order = TestOrders.paidBy(order, half, rest);
    asks = order.lines().stream().map(line -> new Ask(line.id(), 1)).toList();
    standing =
        Standing.usual(
            order.tenders().stream().map(t -> TenderAccount.opened(order.id(), t)).toList());
  }

  @Benchmark
  public Decision<Quotation> quote() {
    return Quoting.quote(id, order, asks, standing, TestOrders.PLACED);
  }
}
