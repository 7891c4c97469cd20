package org.countermand.architecture.planted.wall01.order.model;

import org.countermand.architecture.planted.wall01.refund.model.Share;

class BadUpward {
  static String takes(Share it) {
    return it.toString();
  }
}
