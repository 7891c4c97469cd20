package org.countermand.architecture.planted.storeroom.order.store;

import org.countermand.architecture.planted.storeroom.kernel.Amount;

class Amounts {
  static String takes(Amount it) {
    return it.toString();
  }
}
