package org.countermand.architecture.planted.wall08.api;

class BadChance {
  static boolean ask() {
    return Math.random() > 1;
  }
}
