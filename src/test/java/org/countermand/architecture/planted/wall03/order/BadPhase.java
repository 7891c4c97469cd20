package org.countermand.architecture.planted.wall03.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
@Transactional
public class BadPhase {
  public void claim() {}
}
