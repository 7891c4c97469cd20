package org.countermand.architecture.planted.wall09.tax;

class BadRate {
  static long tax(long net) {
    return Math.floorMod((long) (net * 0.19), 7L);
  }
}
