package org.countermand.architecture.planted.wall08.api;

import java.security.SecureRandom;

class BadDice {
  static int ask() {
    return new SecureRandom().nextInt();
  }
}
