package org.countermand.channel;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Cuts a file into pieces that a database can keep, and computes its digest on the way. */
final class Chunks {

  /** Bytes of one piece. */
  static final int SIZE = 1 << 20;

  private final MessageDigest sha256;
  private long length;

  /** Keeps one piece. */
  interface Keeper {
    void keep(int number, byte[] bytes);
  }

  Chunks() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Reads a stream to its end. */
  void read(InputStream content, Keeper keeper) throws IOException {
    int number = 0;
    for (byte[] piece = content.readNBytes(SIZE);
        piece.length > 0;
        piece = content.readNBytes(SIZE)) {
      sha256.update(piece);
      length += piece.length;
      keeper.keep(number, piece);
      number++;
    }
  }

  /** Bytes that were read. */
  long length() {
    return length;
  }

  /** The SHA-256 of all of them; asked once. */
  String digest() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
