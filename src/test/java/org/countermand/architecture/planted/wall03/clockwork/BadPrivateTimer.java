package org.countermand.architecture.planted.wall03.clockwork;

import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BadPrivateTimer {
  @Timeout
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  private void tick() {}
}
