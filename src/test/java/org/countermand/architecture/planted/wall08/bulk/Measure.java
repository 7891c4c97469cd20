package org.countermand.architecture.planted.wall08.bulk;

class Measure {
  static long ask() {
    return System.nanoTime();
  }
}
