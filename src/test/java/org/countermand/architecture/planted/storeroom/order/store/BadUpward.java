package org.countermand.architecture.planted.storeroom.order.store;

import org.countermand.architecture.planted.storeroom.refund.model.Share;

class BadUpward {
  static String takes(Share it) {
    return it.toString();
  }
}
