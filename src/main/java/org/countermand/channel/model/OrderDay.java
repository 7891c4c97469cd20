package org.countermand.channel.model;

import java.time.LocalDate;
import java.util.List;
import org.countermand.order.model.NewOrder;

/** The orders of one day as a file has them. */
public record OrderDay(LocalDate day, List<NewOrder> orders, RowReport rows) {
  public OrderDay {
    orders = List.copyOf(orders);
  }
}
