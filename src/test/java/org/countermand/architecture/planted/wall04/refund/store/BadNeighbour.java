package org.countermand.architecture.planted.wall04.refund.store;

import org.countermand.architecture.planted.wall04.order.store.OrderEntity;

class BadNeighbour {
  String look() {
    return new OrderEntity().number();
  }
}
