package org.countermand.sandbox.generator;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** All chance of one run; the same seed throws the same. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the last, both included. */
  long between(long first, long last) {
    return random.nextLong(first, last + 1);
  }

  /** True so many times in a thousand. */
  boolean perMille(int chance) {
    return random.nextInt(1000) < chance;
  }

  <T> T oneOf(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  /** The index of a weight, as often as it weighs. */
  int weighed(int... weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = random.nextInt(sum);
    int index = 0;
    while (left >= weights[index]) {
      left -= weights[index++];
    }
    return index;
  }

  /** An id as {@code Ids} makes it, of that moment. */
  UUID id(Instant at) {
    long high = (at.toEpochMilli() << 16) | 0x7000L | (random.nextInt() & 0x0FFFL);
    return new UUID(high, (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
  }

  /** So many letters and digits, as gateways name things. */
  String word(int length) {
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(Character.forDigit(random.nextInt(36), 36));
    }
    return word.toString();
  }
}
