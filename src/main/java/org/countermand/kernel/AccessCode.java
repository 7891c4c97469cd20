package org.countermand.kernel;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;

/**
 * The six digits that are mailed to a customer to show that the mailbox is his.
 *
 * <p>The code is stored nowhere: who checks it and who writes the mail both derive it from the
 * challenge's id, so neither the database nor the queue of letters can give it away.
 */
public final class AccessCode {

  /** What the key of {@link #of} is derived for. */
  public static final String PURPOSE = "access-code";

  private AccessCode() {}

  /**
   * The code of a challenge. Of 2^64 values none of the million codes is favoured by more than one
   * in 10^13, so nothing is rejected and drawn again.
   *
   * @param key the key derived for {@link #PURPOSE}
   * @return six digits, leading zeros included
   */
  public static String of(byte[] key, UUID challengeId) {
    long drawn = ByteBuffer.wrap(Digest.hmac(key, challengeId.toString())).getLong();
    return String.format(Locale.ROOT, "%06d", Long.remainderUnsigned(drawn, 1_000_000));
  }
}
