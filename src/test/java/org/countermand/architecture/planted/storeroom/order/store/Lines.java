package org.countermand.architecture.planted.storeroom.order.store;

import org.countermand.architecture.planted.storeroom.order.model.Line;

class Lines {
  static String takes(Line it) {
    return it.toString();
  }
}
