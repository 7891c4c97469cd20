package org.countermand.architecture.planted.wall01.order.model;

import org.countermand.architecture.planted.wall01.order.OrderService;

class BadDoorCall {
  static String takes(OrderService it) {
    return it.toString();
  }
}
