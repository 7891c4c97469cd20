package org.countermand.architecture.planted.wall03.order;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class BadCourier {
  public void deliver() {}
}
