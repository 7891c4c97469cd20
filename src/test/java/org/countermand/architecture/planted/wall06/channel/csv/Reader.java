package org.countermand.architecture.planted.wall06.channel.csv;

import org.apache.commons.csv.CSVParser;

class Reader {
  static String takes(CSVParser it) {
    return it.toString();
  }
}
