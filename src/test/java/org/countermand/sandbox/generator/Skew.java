package org.countermand.sandbox.generator;

import java.util.Arrays;

/** A choice among many of whom few have most: the k-th comes up about as often as 1/k says. */
final class Skew {

  /** Enough for every rank of a million to weigh something. */
  private static final long SCALE = 1_000_000_000L;

  /** Flattens the top: even the favourite has a few hundredths only. */
  private static final int HEAD = 8;

  private final long[] cumulative;

  Skew(int size) {
    cumulative = new long[size];
    long sum = 0;
    for (int i = 0; i < size; i++) {
      sum += SCALE / (i + HEAD);
      cumulative[i] = sum;
    }
  }

  /** A rank from 0. */
  int rank(Dice dice) {
    long at = dice.between(1, cumulative[cumulative.length - 1]);
    int index = Arrays.binarySearch(cumulative, at);
    return index >= 0 ? index : -index - 1;
  }
}
