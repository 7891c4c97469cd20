package org.countermand.architecture.planted.storeroom.order.store;

import org.countermand.architecture.planted.storeroom.order.OrderService;

class BadDoorCall {
  static String takes(OrderService it) {
    return it.toString();
  }
}
