package org.countermand.architecture.planted.wall04.order.store;

import jakarta.persistence.Entity;

@Entity
public class OrderEntity {
  public String number() {
    return "1";
  }
}
