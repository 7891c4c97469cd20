package org.countermand.tax.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.countermand.kernel.Money;

/**
 * Shares an amount out by weights as invoices do: every share rounded down, and what is left goes,
 * a minor unit each, to those that lost most, the first of equals first.
 */
public final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * The shares, one for each weight; they sum to the total.
   *
   * @param weights none negative, not all zero
   */
  public static List<Money> shares(Money total, List<Long> weights) {
    BigInteger all =
        weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger amount = BigInteger.valueOf(total.minor());
    List<BigInteger[]> parts =
        weights.stream()
            .map(w -> amount.multiply(BigInteger.valueOf(w)).divideAndRemainder(all))
            .toList();
    long[] shares = parts.stream().mapToLong(part -> part[0].longValueExact()).toArray();
    long left = total.minor() - IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum();
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> parts.get(i)[1].abs()).reversed())
        .limit(Math.abs(left))
        .forEach(i -> shares[i] += Long.signum(left));
    List<Money> amounts = new ArrayList<>();
    for (long share : shares) {
      amounts.add(new Money(share, total.currency()));
    }
    return amounts;
  }
}
