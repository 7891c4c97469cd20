package org.countermand.architecture.planted.wall04.order;

import org.countermand.architecture.planted.wall04.order.store.OrderEntity;

class BadLook {
  String look() {
    return new OrderEntity().number();
  }
}
