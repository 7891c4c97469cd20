package org.countermand.architecture.planted.wall03.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.countermand.architecture.planted.wall03.order.store.Orders;

@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ClaimPhase {
  public void claim(Orders orders) {}
}
