package org.countermand.architecture.planted.wall04.order;

import java.util.List;
import org.countermand.architecture.planted.wall04.order.store.OrderEntity;

public class BadLeakService {
  public List<OrderEntity> all() {
    return List.of();
  }
}
