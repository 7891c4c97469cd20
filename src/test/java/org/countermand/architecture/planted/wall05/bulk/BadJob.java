package org.countermand.architecture.planted.wall05.bulk;

import org.countermand.architecture.planted.wall05.order.Phase;

class BadJob {
  static String takes(Phase it) {
    return it.toString();
  }
}
