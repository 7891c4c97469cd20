package org.countermand.sandbox.payment;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** How names and ids look on the wire. */
final class Wire {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Wire() {}

  /** A constant in lower case. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A new id behind its prefix. */
  static String id(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < 24; i++) {
      id.append(ALPHABET.charAt(ThreadLocalRandom.current().nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  /** The id of something that belongs to something else and is made with it. */
  static String derived(String prefix, String id) {
    return prefix + id.substring(id.indexOf('_') + 1);
  }
}
