package org.countermand.architecture.planted.wall11.eligibility.model;

import org.countermand.architecture.planted.wall11.insight.model.Likelihood;

class BadScore {
  static String takes(Likelihood it) {
    return it.toString();
  }
}
