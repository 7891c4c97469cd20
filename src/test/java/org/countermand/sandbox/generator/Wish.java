package org.countermand.sandbox.generator;

import java.util.ArrayList;
import java.util.List;
import org.countermand.order.model.Ask;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;

/** What somebody wants cancelled of an order. */
final class Wish {

  private Wish() {}

  /** Everything, or some units of some lines. */
  static List<Ask> any(Order order, Dice dice) {
    List<OrderLine> free = order.lines().stream().filter(line -> line.free() > 0).toList();
    if (dice.perMille(450)) {
      return free.stream().map(line -> new Ask(line.id(), line.free())).toList();
    }
    List<Ask> asks = new ArrayList<>();
    int first = dice.below(free.size());
    int lines = 1 + dice.below(Math.min(3, free.size() - first));
    for (OrderLine line : free.subList(first, first + lines)) {
      asks.add(new Ask(line.id(), (int) dice.between(1, line.free())));
    }
    return asks;
  }

  /** One unit, so that something is left for the next. */
  static List<Ask> little(Order order) {
    OrderLine line = order.lines().get(0);
    return List.of(new Ask(line.id(), 1));
  }

  static int units(Order order) {
    return order.lines().stream().mapToInt(OrderLine::free).sum();
  }
}
