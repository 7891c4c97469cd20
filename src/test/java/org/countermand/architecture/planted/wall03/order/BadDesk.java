package org.countermand.architecture.planted.wall03.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.countermand.architecture.planted.wall03.kernel.Actor;

@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BadDesk {
  public void place(Actor by) {}
}
