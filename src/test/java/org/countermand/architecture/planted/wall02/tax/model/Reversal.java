package org.countermand.architecture.planted.wall02.tax.model;

import org.countermand.architecture.planted.wall02.order.model.Line;

class Reversal {
  static String takes(Line it) {
    return it.toString();
  }
}
