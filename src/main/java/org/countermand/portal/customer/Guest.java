package org.countermand.portal.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.countermand.kernel.Actor;
import org.countermand.order.OrderService;
import org.countermand.order.model.Order;
import org.countermand.platform.access.CurrentActor;
import org.jspecify.annotations.Nullable;

/** The customer who makes this request, and the one order that he may see. */
@RequestScoped
public class Guest {

  @Inject CurrentActor current;
  @Inject OrderService orders;

  private @Nullable Order order;

  Actor.Customer actor() {
    if (current.require() instanceof Actor.Customer customer) {
      return customer;
    }
    throw new SecurityException("These pages are the customer's own");
  }

  /** His order, read once per request. */
  Order order() {
    Order known = order;
    if (known == null) {
      known =
          orders
              .find(actor(), actor().orderId())
              .orElseThrow(() -> new SecurityException("The order is no longer there"));
      order = known;
    }
    return known;
  }
}
