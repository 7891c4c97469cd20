package org.countermand.architecture.planted.wall03.clockwork;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;

@Singleton
public class BadTimer {
  @Schedule(persistent = false)
  public void tick() {}
}
