package org.countermand.architecture.planted.socketroom.payment.stripe;

import org.eclipse.microprofile.config.Config;

class Keys {
  static String takes(Config it) {
    return it.toString();
  }
}
