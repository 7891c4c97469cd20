package org.countermand.cancellation;

import jakarta.enterprise.context.ApplicationScoped;
import org.countermand.logistics.model.HoldAnswer;
import org.countermand.payment.model.GatewayNews;

/**
 * Takes in what gateways and warehouses tell by themselves; the same news twice changes nothing.
 */
@ApplicationScoped
public class NewsDesk {

  public void hear(GatewayNews news) {
    throw new UnsupportedOperationException();
  }

  public void hear(HoldAnswer answer) {
    throw new UnsupportedOperationException();
  }
}
