package org.countermand.architecture.planted.wall03.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.countermand.architecture.planted.wall03.kernel.Actor;

@Stateless
public class BadSuspendedService {
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void place(Actor by) {}
}
