package org.countermand.architecture.planted.wall09.payment.stripe;

import java.math.BigDecimal;

class BadCall {
  static long minor(BigDecimal amount) {
    return (long) amount.doubleValue();
  }
}
