package org.countermand.architecture.planted.wall08.api;

import java.util.concurrent.ThreadLocalRandom;

class BadThread {
  static int ask() {
    return ThreadLocalRandom.current().nextInt();
  }
}
