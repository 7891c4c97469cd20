package org.countermand.architecture.planted.storeroom.consent.store;

import org.countermand.architecture.planted.storeroom.refund.model.Share;

class Shares {
  static String takes(Share it) {
    return it.toString();
  }
}
