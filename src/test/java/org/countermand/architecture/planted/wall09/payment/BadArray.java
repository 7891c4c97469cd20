package org.countermand.architecture.planted.wall09.payment;

class BadArray {
  static int count(double[] amounts) {
    return amounts.length;
  }
}
