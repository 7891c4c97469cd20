package org.countermand.architecture.planted.wall06.refund;

import org.assertj.core.api.Assertions;

class BadUnlisted {
  static String takes(Assertions it) {
    return it.toString();
  }
}
