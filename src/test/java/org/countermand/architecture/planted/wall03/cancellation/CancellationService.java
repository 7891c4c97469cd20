package org.countermand.architecture.planted.wall03.cancellation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.countermand.architecture.planted.wall03.kernel.Actor;

@Stateless
public class CancellationService {
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void request(Actor by) {}

  public void find(Actor by) {}
}
