package org.countermand.architecture.planted.wall02.loyalty;

import org.countermand.architecture.planted.wall02.kernel.Amount;

class BadNewcomer {
  static String takes(Amount it) {
    return it.toString();
  }
}
