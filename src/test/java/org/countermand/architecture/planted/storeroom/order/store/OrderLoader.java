package org.countermand.architecture.planted.storeroom.order.store;

import org.postgresql.PGConnection;

class OrderLoader {
  static String takes(PGConnection it) {
    return it.toString();
  }
}
