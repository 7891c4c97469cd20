package org.countermand.architecture.planted.wall07.payment.stripe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class BadException {
  public void refund() {}

  @Transactional
  public void journal() {}
}
