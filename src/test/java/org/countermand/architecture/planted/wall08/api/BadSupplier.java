package org.countermand.architecture.planted.wall08.api;

import java.util.Random;
import java.util.function.Supplier;

class BadSupplier {
  static Supplier<Random> ask() {
    return Random::new;
  }
}
