package org.countermand.architecture.planted.wall11.payment.model;

import org.countermand.architecture.planted.wall11.insight.model.Likelihood;

public class Hop {
  static String takes(Likelihood it) {
    return it.toString();
  }
}
