package org.countermand.architecture.planted.socketroom.payment.stripe;

import org.countermand.architecture.planted.socketroom.payment.store.Journal;

class BadJournal {
  static String takes(Journal it) {
    return it.toString();
  }
}
