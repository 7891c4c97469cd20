package org.countermand.architecture.planted.wall03.order;

import jakarta.enterprise.context.ApplicationScoped;
import org.countermand.architecture.planted.wall03.order.store.Orders;

@ApplicationScoped
public class BadSilentPhase {
  public void claim(Orders orders) {}
}
