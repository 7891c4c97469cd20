package org.countermand.portal.customer;

import org.countermand.cancellation.model.CancelledLine;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;

/**
 * What was asked to be undone of one line.
 *
 * @param partly how much of it could be stopped, where that is less, or empty
 */
public record CancelledRow(String units, String partly) {

  /**
   * A row.
   *
   * @param answered whether the warehouse has said what it holds
   */
  static CancelledRow of(CancelledLine line, Order order, boolean answered, Sentences sentences) {
    String item = order.line(line.lineId()).map(OrderLine::description).orElse("");
    return new CancelledRow(
        sentences.say("common.units", "units", line.asked(), "item", item),
        answered && line.held() < line.asked()
            ? sentences.say("page.status.partly", "held", line.held(), "asked", line.asked())
            : "");
  }
}
