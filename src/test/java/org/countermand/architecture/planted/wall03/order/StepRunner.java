package org.countermand.architecture.planted.wall03.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class StepRunner {
  public void run() {}
}
