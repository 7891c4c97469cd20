package org.countermand.architecture.planted.wall08.order;

class BadMillis {
  static long ask() {
    return System.currentTimeMillis();
  }
}
