package org.countermand.refund.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.countermand.kernel.Money;
import org.countermand.order.model.Claims;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.UnitRange;

/**
 * The units that a cancellation takes, and what is left of the order after it. Units that it has
 * claimed already count as its own, so that a quotation for held units comes to the same answer as
 * the one before the claim.
 *
 * @param step minor units in which the order's amounts are shared out
 */
record Taken(Order order, Map<UUID, List<UnitRange>> units, long step) {

  static Taken of(Order order, Map<UUID, List<UnitRange>> units) {
    return new Taken(order, units, order.shareStep());
  }

  /** The lines of which it takes any unit, in their order. */
  List<OrderLine> lines() {
    return order.lines().stream().filter(line -> !of(line).isEmpty()).toList();
  }

  List<UnitRange> of(OrderLine line) {
    return units.getOrDefault(line.id(), List.of());
  }

  /** Whether these are the last units. */
  boolean everything() {
    return order.lines().stream().allMatch(line -> left(line) <= 0);
  }

  /** The share of its units of a line in a total of the line. */
  Money share(OrderLine line, Money total) {
    return share(line, of(line), total);
  }

  /** The share of the units that are left of a line in a total of the line. */
  Money rest(OrderLine line, Money total) {
    return total.minus(share(line, of(line), total)).minus(share(line, others(line), total));
  }

  private int left(OrderLine line) {
    int mine = of(line).stream().mapToInt(UnitRange::count).sum();
    return line.quantity() - mine - others(line).stream().mapToInt(UnitRange::count).sum();
  }

  private List<UnitRange> others(OrderLine line) {
    return line.claims().ranges().stream()
        .map(Claims.Claim::units)
        .filter(claimed -> of(line).stream().noneMatch(claimed::overlaps))
        .toList();
  }

  private Money share(OrderLine line, List<UnitRange> ranges, Money total) {
    long grain = total.minor() % step == 0 ? step : 1;
    return ranges.stream()
        .map(range -> range.shareOf(total, line.quantity(), grain))
        .reduce(order.zero(), Money::plus);
  }
}
