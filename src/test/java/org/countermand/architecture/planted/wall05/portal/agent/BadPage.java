package org.countermand.architecture.planted.wall05.portal.agent;

import org.countermand.architecture.planted.wall05.order.store.Orders;

class BadPage {
  static String takes(Orders it) {
    return it.toString();
  }
}
