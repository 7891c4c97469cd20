package org.countermand.architecture.planted.storeroom.order.store;

import jakarta.persistence.EntityManager;

class Orders {
  static String takes(EntityManager it) {
    return it.toString();
  }
}
