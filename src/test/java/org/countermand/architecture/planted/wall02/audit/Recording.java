package org.countermand.architecture.planted.wall02.audit;

import org.countermand.architecture.planted.wall02.platform.Wire;

class Recording {
  static String takes(Wire it) {
    return it.toString();
  }
}
