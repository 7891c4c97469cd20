package org.countermand.architecture.planted.wall01.order.model;

import jakarta.json.JsonObject;

class BadDocument {
  static String takes(JsonObject it) {
    return it.toString();
  }
}
