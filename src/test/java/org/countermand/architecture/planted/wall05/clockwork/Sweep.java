package org.countermand.architecture.planted.wall05.clockwork;

import org.countermand.architecture.planted.wall05.cancellation.StepRunner;

class Sweep {
  static String takes(StepRunner it) {
    return it.toString();
  }
}
