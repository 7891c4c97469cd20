package org.countermand.architecture.planted.wall02.bulk;

import org.countermand.architecture.planted.wall02.api.Endpoint;

class BadNeighbour {
  static String takes(Endpoint it) {
    return it.toString();
  }
}
