package org.countermand.architecture.planted.wall06.api;

import com.fasterxml.jackson.databind.ObjectMapper;

class Body {
  static String takes(ObjectMapper it) {
    return it.toString();
  }
}
