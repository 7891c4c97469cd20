package org.countermand.architecture.planted.wall07.payment.stripe;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
@TransactionAttribute(TransactionAttributeType.NEVER)
public class BadIneffective {
  public void refund() {}
}
