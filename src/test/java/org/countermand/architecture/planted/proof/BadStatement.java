package org.countermand.architecture.planted.proof;

import org.countermand.kernel.Money;

/** Adds up with the application's own arithmetic. */
final class BadStatement {

  private BadStatement() {}

  static long sum(Money one, Money other) {
    return one.plus(other).minor();
  }
}
