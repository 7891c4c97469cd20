package org.countermand.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes every id: UUID version 7 (RFC 9562), so that ids sort by the time of their making. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /** A new id. */
  public static UUID next() {
    long random = RANDOM.nextLong();
    long high = (System.currentTimeMillis() << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
    return new UUID(high, (random & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
  }
}
