package org.countermand.architecture.planted.wall07.payment.stripe;

import javax.sql.DataSource;

class BadLedger {
  static String takes(DataSource it) {
    return it.toString();
  }
}
