package org.countermand.order.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.countermand.kernel.Money;

/**
 * Shares a total out by weights, frozen: the shares depend on nothing but the total and the weights
 * as they stood at intake, and they sum to the total exactly.
 *
 * <p>The i-th share is round(T·Wᵢ/W) − round(T·Wᵢ₋₁/W), half away from zero, where Wᵢ is the sum of
 * the first i weights and W that of all; so the last one with a weight takes the exact remainder.
 */
public final class Shares {

  private Shares() {}

  /**
   * The shares, one for each weight.
   *
   * @param weights none negative; where all are zero, each counts as one
   * @param step minor units; every share is a multiple of it if the total is one
   */
  public static List<Money> byWeight(Money total, List<Long> weights, long step) {
    boolean none = weights.stream().allMatch(weight -> weight == 0);
    long grain = total.minor() % step == 0 ? step : 1;
    BigInteger steps = BigInteger.valueOf(total.minor() / grain);
    BigInteger all =
        none
            ? BigInteger.valueOf(weights.size())
            : weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    List<Money> shares = new ArrayList<>();
    BigInteger sum = BigInteger.ZERO;
    long before = 0;
    for (long weight : weights) {
      sum = sum.add(none ? BigInteger.ONE : BigInteger.valueOf(weight));
      long until = rounded(steps.multiply(sum), all);
      shares.add(new Money(Math.multiplyExact(until - before, grain), total.currency()));
      before = until;
    }
    return List.copyOf(shares);
  }

  private static long rounded(BigInteger dividend, BigInteger divisor) {
    BigInteger two = BigInteger.TWO;
    BigInteger quotient = dividend.abs().multiply(two).add(divisor).divide(divisor.multiply(two));
    return (dividend.signum() < 0 ? quotient.negate() : quotient).longValueExact();
  }
}
