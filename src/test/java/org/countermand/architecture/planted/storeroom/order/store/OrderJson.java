package org.countermand.architecture.planted.storeroom.order.store;

import jakarta.json.JsonObject;

class OrderJson {
  static String takes(JsonObject it) {
    return it.toString();
  }
}
