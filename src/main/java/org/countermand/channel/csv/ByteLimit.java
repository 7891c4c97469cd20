package org.countermand.channel.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a stream by force: a few kilobytes of gzip can unfold to any length. */
final class ByteLimit extends FilterInputStream {

  private long left;

  ByteLimit(InputStream in, long limit) {
    super(in);
    left = limit;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int read) throws IOException {
    left -= read;
    if (left < 0) {
      throw new TooLong();
    }
  }

  /** There is more than may be read. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }
}
