package org.countermand.architecture.planted.wall03.clockwork;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sweep {
  @Schedule(persistent = false)
  public void tick() {}
}
