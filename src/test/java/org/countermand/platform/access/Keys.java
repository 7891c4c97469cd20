package org.countermand.platform.access;

import java.util.Base64;

/** Secrets and what signs with them, for tests. */
final class Keys {

  private Keys() {}

  static Secrets secrets(int seed) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) seed);
    return Secrets.of(Base64.getEncoder().encodeToString(bytes));
  }

  static Tokens tokens(Secrets secrets, SetClock clock) {
    Tokens tokens = new Tokens();
    tokens.secrets = secrets;
    tokens.clock = clock;
    return tokens;
  }
}
