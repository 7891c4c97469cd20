package org.countermand.architecture.planted.wall07.payment.stripe;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class BadJoiner {
  public void refund() {}
}
