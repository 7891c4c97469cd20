package org.countermand.architecture.planted.wall11.eligibility;

import org.countermand.architecture.planted.wall11.payment.model.Hop;

class BadDetour {
  static String takes(Hop it) {
    return it.toString();
  }
}
