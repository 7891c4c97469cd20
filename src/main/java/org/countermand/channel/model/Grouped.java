package org.countermand.channel.model;

import java.util.List;
import org.countermand.order.model.NewOrder;

/**
 * What rows of a file make.
 *
 * @param reported rows that fit into none of the orders
 */
public record Grouped(List<NewOrder> orders, List<FileRow> reported) {
  public Grouped {
    orders = List.copyOf(orders);
    reported = List.copyOf(reported);
  }
}
