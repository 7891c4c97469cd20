package org.countermand.order.model;

import java.util.Optional;
import java.util.UUID;

/** Reading orders by id, for capabilities that may see the model of orders and nothing else. */
public interface Orders {

  Optional<Order> find(UUID orderId);
}
