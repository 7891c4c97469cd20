package org.countermand.proof;

/** Names that people know things by. */
final class Numbers {

  private Numbers() {}

  /** The number of a cancellation, such as {@code C-0000042}. */
  static String cancellation(long number) {
    return "C-%07d".formatted(number);
  }
}
