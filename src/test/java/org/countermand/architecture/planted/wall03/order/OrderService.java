package org.countermand.architecture.planted.wall03.order;

import jakarta.ejb.Stateless;
import org.countermand.architecture.planted.wall03.kernel.Actor;
import org.countermand.architecture.planted.wall03.order.model.Place;

@Stateless
public class OrderService {
  public void place(Place command) {}

  public void forget(String number, Actor.System by) {}

  void unseen() {}
}
