package org.countermand.architecture.planted.wall02.portal.customer;

import org.countermand.architecture.planted.wall02.cancellation.CancellationService;

class Page {
  static String takes(CancellationService it) {
    return it.toString();
  }
}
