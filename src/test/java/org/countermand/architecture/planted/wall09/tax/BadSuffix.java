package org.countermand.architecture.planted.wall09.tax;

class BadSuffix {
  static long tax(long net) {
    return (long) (net / 3f);
  }
}
