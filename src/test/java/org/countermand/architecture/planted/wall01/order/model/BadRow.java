package org.countermand.architecture.planted.wall01.order.model;

import java.sql.ResultSet;

class BadRow {
  static String takes(ResultSet it) {
    return it.toString();
  }
}
