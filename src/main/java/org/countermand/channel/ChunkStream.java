package org.countermand.channel;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** A file out of the pieces in which it is kept; never more than one is held. */
final class ChunkStream extends InputStream {

  private final IntFunction<Optional<byte[]>> pieces;
  private byte[] piece = {};
  private int at;
  private int next;
  private long consumed;

  ChunkStream(IntFunction<Optional<byte[]>> pieces) {
    this.pieces = pieces;
  }

  /** Bytes that were read so far. */
  long consumed() {
    return consumed;
  }

  @Override
  public int read() {
    if (!fill()) {
      return -1;
    }
    consumed++;
    return piece[at++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, target, offset, count);
    at += count;
    consumed += count;
    return count;
  }

  @Override
  public int available() {
    return piece.length - at;
  }

  private boolean fill() {
    while (at == piece.length) {
      Optional<byte[]> following = pieces.apply(next);
      if (following.isEmpty()) {
        return false;
      }
      piece = following.get();
      at = 0;
      next++;
    }
    return true;
  }
}
