package org.countermand.architecture.planted.wall02.tax;

import org.countermand.architecture.planted.wall02.order.OrderService;

class BadDoorCall {
  static String takes(OrderService it) {
    return it.toString();
  }
}
