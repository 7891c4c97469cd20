package org.countermand.architecture.planted.wall02.order.model;

import org.countermand.architecture.planted.wall02.refund.model.Share;

class BadUpward {
  static String takes(Share it) {
    return it.toString();
  }
}
