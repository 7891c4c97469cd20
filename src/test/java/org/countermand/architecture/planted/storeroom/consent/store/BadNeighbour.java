package org.countermand.architecture.planted.storeroom.consent.store;

import org.countermand.architecture.planted.storeroom.refund.store.Refunds;

class BadNeighbour {
  static String takes(Refunds it) {
    return it.toString();
  }
}
