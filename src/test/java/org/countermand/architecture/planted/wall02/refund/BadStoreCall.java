package org.countermand.architecture.planted.wall02.refund;

import org.countermand.architecture.planted.wall02.order.store.Orders;

class BadStoreCall {
  static String takes(Orders it) {
    return it.toString();
  }
}
