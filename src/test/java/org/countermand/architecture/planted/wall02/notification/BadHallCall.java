package org.countermand.architecture.planted.wall02.notification;

import org.countermand.architecture.planted.wall02.cancellation.CancellationService;

class BadHallCall {
  static String takes(CancellationService it) {
    return it.toString();
  }
}
