package org.countermand.architecture.planted.wall05.portal.customer;

import org.countermand.architecture.planted.wall05.order.OrderService;

class Page {
  static String takes(OrderService it) {
    return it.toString();
  }
}
