package org.countermand.architecture.planted.wall09.kernel;

/** In minor units: 1.5 is not one, and a double is never seen. */
record Money(long minor) {
  String inWords() {
    return "1.5 float" + 0x1E5L + 1_000L + '"'; // 0.5d
  }
}
