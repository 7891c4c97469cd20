package org.countermand.architecture.planted.wall02.refund;

import org.countermand.architecture.planted.wall02.order.OrderService;

class Quoting {
  static String takes(OrderService it) {
    return it.toString();
  }
}
