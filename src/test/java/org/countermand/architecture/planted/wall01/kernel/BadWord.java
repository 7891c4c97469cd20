package org.countermand.architecture.planted.wall01.kernel;

import org.countermand.architecture.planted.wall01.order.model.Line;

class BadWord {
  static String takes(Line it) {
    return it.toString();
  }
}
