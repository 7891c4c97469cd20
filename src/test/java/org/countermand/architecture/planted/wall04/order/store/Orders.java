package org.countermand.architecture.planted.wall04.order.store;

public class Orders {
  public String number(OrderEntity entity) {
    return entity.number();
  }
}
