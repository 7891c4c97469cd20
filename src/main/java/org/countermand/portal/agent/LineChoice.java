package org.countermand.portal.agent;

import java.util.List;
import java.util.stream.IntStream;
import org.countermand.order.model.FulfilmentStage;
import org.countermand.order.model.OrderLine;

/**
 * A line of an order with what may be cancelled of it.
 *
 * @param max units that may be chosen, 0 if none
 * @param chosen units chosen on the form that was just sent, else 0
 * @param reasons why not, or why a person decides, as sentences
 */
public record LineChoice(
    OrderLine line,
    FulfilmentStage stage,
    String price,
    int max,
    int chosen,
    boolean review,
    List<String> reasons) {

  public LineChoice {
    reasons = List.copyOf(reasons);
  }

  /** The name of the control; it does not change with the order of display. */
  public String control() {
    return control(line);
  }

  static String control(OrderLine line) {
    return "units-" + line.position();
  }

  /** What can be chosen. */
  public int[] choices() {
    return IntStream.rangeClosed(0, max).toArray();
  }
}
