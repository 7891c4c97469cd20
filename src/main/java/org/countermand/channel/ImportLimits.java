package org.countermand.channel;

/** How much a file may hold; beyond it something is wrong with the file. */
final class ImportLimits {

  /** Rows of one file. */
  static final long MOST_ROWS = 5_000_000;

  /** Rows of one order. */
  static final long MOST_LINES = 10_000;

  private static final long LARGEST = 512L << 20;
  private static final long SMALLEST = 4L << 20;

  /** No text packs better; a file that does was made to unfold without end. */
  private static final long MOST_PACKED = 200;

  private ImportLimits() {}

  /** The most bytes that a file of this length may have after unpacking. */
  static long unpacked(long bytes) {
    return Math.min(LARGEST, Math.max(SMALLEST, bytes * MOST_PACKED));
  }
}
