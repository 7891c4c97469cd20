package org.countermand.architecture.planted.wall05.portal.customer;

import org.countermand.architecture.planted.wall05.order.model.Line;

class Row {
  static String takes(Line it) {
    return it.toString();
  }
}
