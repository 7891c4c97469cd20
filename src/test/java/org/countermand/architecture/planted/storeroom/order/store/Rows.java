package org.countermand.architecture.planted.storeroom.order.store;

import javax.sql.DataSource;

class Rows {
  static String takes(DataSource it) {
    return it.toString();
  }
}
