package org.countermand.architecture.planted.wall04.order;

import org.countermand.architecture.planted.wall04.order.store.OrderEntity;

public class BadTakingService {
  public void take(OrderEntity entity) {}
}
