package org.countermand.architecture.planted.storeroom.order.store;

import com.fasterxml.jackson.databind.ObjectMapper;

class BadParser {
  static String takes(ObjectMapper it) {
    return it.toString();
  }
}
