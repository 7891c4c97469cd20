package org.countermand.architecture.planted.wall02.platform;

import org.countermand.architecture.planted.wall02.order.model.Line;

class BadPlumbing {
  static String takes(Line it) {
    return it.toString();
  }
}
