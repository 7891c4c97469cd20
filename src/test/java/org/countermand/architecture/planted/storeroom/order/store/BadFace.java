package org.countermand.architecture.planted.storeroom.order.store;

import jakarta.faces.context.FacesContext;

class BadFace {
  static String takes(FacesContext it) {
    return it.toString();
  }
}
