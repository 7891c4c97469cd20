package org.countermand.architecture.planted.wall11.portal.agent;

import org.countermand.architecture.planted.wall11.insight.model.Likelihood;

class Page {
  static String takes(Likelihood it) {
    return it.toString();
  }
}
