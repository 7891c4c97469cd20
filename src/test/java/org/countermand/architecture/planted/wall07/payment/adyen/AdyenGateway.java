package org.countermand.architecture.planted.wall07.payment.adyen;

import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

@Singleton
@TransactionAttribute(TransactionAttributeType.NEVER)
public class AdyenGateway {
  public void refund() {}
}
